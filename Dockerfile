# The product as one server, without the embedded database: DATABASE_URL, AUTH_SECRET and NEXTAUTH_URL come from outside.

FROM node:24-slim AS build
WORKDIR /app
ENV CLAIMBENCH_STANDALONE=1 NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
COPY scripts/schema-engine.mjs scripts/schema-engine.mjs
# With the engine named, Prisma's installer does not look for one to download.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/app/scripts/schema-engine.mjs npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && node scripts/bundle.mjs

FROM node:24-slim
WORKDIR /app
# KEEP_ALIVE_TIMEOUT: as scripts/preparing.mjs says. CLAIMBENCH_ROOT: the command line finds the reader of files from whatever folder it
# is called in.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOSTNAME=0.0.0.0 KEEP_ALIVE_TIMEOUT=150000 CLAIMBENCH_ROOT=/app
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static .next/static
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/scripts/migrate.mjs /app/scripts/run.mjs /app/scripts/node-version.mjs scripts/
RUN ln -s /app/claimbench.mjs /usr/local/bin/claimbench
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Migrations come before the server, and servers that start together wait for each other; exec lets the server have the signals.
CMD ["sh", "-c", "node scripts/migrate.mjs && exec node --disable-warning=DeprecationWarning server.js"]
