import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Its badge lies over the person's menu.
  devIndicators: false,
  // The worker's libraries and the generated database client stay plain Node modules.
  serverExternalPackages: ['nodemailer', 'pg', 'pino', '@prisma/client', '@prisma/adapter-pg'],
  images: { unoptimized: true },
  // Types are a check of their own in `npm test`; here they would only make the first start longer.
  typescript: { ignoreBuildErrors: true },
  // The address that host sites embed; it stays the same however the bundle is laid out.
  rewrites: async () => [{ source: '/widget.js', destination: '/widget/loader.js' }],
  headers: async () => [
    // The desk is framed by nobody, and nothing on it comes from elsewhere: an image is a way out for data.
    // The chat's frame sets a policy of its own, with the sites that may hold it; the help centre's and the surveys' pages a stricter one.
    {
      source: '/((?!widget|help$|help/|survey/).*)',
      headers: [
        {
          key: 'content-security-policy',
          value: "frame-ancestors 'none'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'",
        },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
    // Any site may load the script and nobody asks for it at each page; a new version is everywhere within the hour.
    {
      source: '/widget.js',
      headers: [
        { key: 'cache-control', value: 'public, max-age=600, stale-while-revalidate=3600' },
        { key: 'cross-origin-resource-policy', value: 'cross-origin' },
      ],
    },
    // The page in the frame asks each time whether they changed: they must fit the routes they speak to.
    { source: '/widget/:file(chat.js|chat.css)', headers: [{ key: 'cache-control', value: 'public, no-cache' }] },
  ],
};

export default config;
