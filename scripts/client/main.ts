import { writeFileSync } from 'node:fs';
import { apiDocument } from '@/lib/api/routes';
import { operationsFile } from './operations';

// Writes what `npm run client` promises: the operations of the TypeScript client, as the API has them now.

const file = 'clients/typescript/operations.ts';
writeFileSync(file, operationsFile(apiDocument()));
console.log(`${file} is written.`);
process.exit(0);
