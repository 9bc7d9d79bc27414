import type { MetadataRoute } from 'next';

/**
 * What is behind the sign-in is not to be asked for. Pages that anybody may open are: they say themselves that they are not to be
 * listed, and whoever may not read them would list their address all the same.
 */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/api/', '/projects', '/account'] } };
}
