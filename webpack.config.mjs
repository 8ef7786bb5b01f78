import { resolve } from 'node:path'
import CopyPlugin from 'copy-webpack-plugin'
import HtmlPlugin from 'html-webpack-plugin'
import Terser from 'terser-webpack-plugin'
import { BuildRecord } from './tools/build-record.mjs'
import { checkIntegrations } from './tools/check-integrations.mjs'
import { integrationFolders } from './tools/integration-folders.mjs'
import { PreloadFirst } from './tools/preload-first.mjs'

const root = import.meta.dirname
const source = (path) => resolve(root, 'src', path)

/** What the three builds share: TypeScript through swc, icons as components. */
const common = (name, mode) => ({
  name,
  mode,
  devtool: mode === 'production' ? false : 'cheap-module-source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: 'swc-loader' },
      {
        test: /\.svg$/,
        use: [{ loader: '@svgr/webpack', options: { svgoConfig: { plugins: [] }, svgo: false } }],
      },
    ],
  },
  optimization: {
    // A save is built again together with its source map: without libraries in the same file that is quick.
    ...(mode === 'development' && {
      splitChunks: { chunks: 'all', cacheGroups: { libraries: { test: /node_modules/, name: 'libraries' } } },
    }),
    minimizer: [
      new Terser({
        minify: Terser.swcMinify,
        terserOptions: { compress: true, mangle: true },
        extractComments: false,
      }),
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: {
    type: 'filesystem',
    // By itself the name would hold the place in the list, and a build made alone would find nothing.
    name: `${name}-${mode}`,
    cacheDirectory: resolve(root, '.cache/webpack'),
    buildDependencies: { config: [resolve(root, 'webpack.config.mjs'), resolve(root, '.swcrc')] },
  },
})

/**
 * The settings of the app for a preview: zcli asks for each that it does not find here, and ends where nobody
 * can answer (zaf 13). The package for Admin Center leaves it out.
 */
const zcliConfig = ({ parameters = [] }) =>
  JSON.stringify({
    parameters: Object.fromEntries(
      parameters
        .filter(({ secure, default: usual }) => !secure && usual !== undefined)
        .map(({ name, default: usual }) => [name, usual]),
    ),
  })

/** The nav-bar app: dist/app is the folder that Admin Center and `zcli apps:server` take. */
const app = (mode) => ({
  ...common('app', mode),
  entry: { main: source('app/main.tsx') },
  output: {
    path: resolve(root, 'dist/app/assets'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    // Zendesk serves the assets below an address that nobody knows at build time.
    publicPath: 'auto',
    clean: true,
  },
  plugins: [
    new BuildRecord('app'),
    new PreloadFirst(),
    new HtmlPlugin({
      template: resolve(root, 'assets/iframe.html'),
      filename: 'iframe.html',
      scriptLoading: 'defer',
    }),
    new CopyPlugin({
      patterns: [
        { from: resolve(root, 'assets'), globOptions: { ignore: ['**/iframe.html'] } },
        { from: resolve(root, 'manifest.json'), to: resolve(root, 'dist/app/manifest.json') },
        {
          from: resolve(root, 'manifest.json'),
          to: resolve(root, 'dist/app/zcli.apps.config.json'),
          transform: (text) => zcliConfig(JSON.parse(String(text))),
        },
        { from: resolve(root, 'translations'), to: resolve(root, 'dist/app/translations') },
      ],
    }),
    {
      apply(compiler) {
        compiler.hooks.thisCompilation.tap('catalogue', (compilation) => {
          compilation.hooks.processAssets.tapPromise('catalogue', async () => {
            const folders = integrationFolders(resolve(root, 'integrations'))
            const { lines, hasErrors } = await checkIntegrations(folders)
            const told = lines.map((line) => new compiler.webpack.WebpackError(line))
            compilation[hasErrors ? 'errors' : 'warnings'].push(...told)
            // Our TypeScript can be imported from here on, and not before.
            const { catalogueFiles } = await import('./tools/catalogue.mjs')
            for (const [file, text] of catalogueFiles(folders)) {
              compilation.emitAsset(file, new compiler.webpack.sources.RawSource(text))
            }
          })
          compilation.contextDependencies.add(resolve(root, 'integrations'))
        })
      },
    },
  ],
})

/** The page that plays Zendesk around the app, and the Simulator area. */
const host = (mode) => ({
  ...common('host', mode),
  entry: { host: source('simulator/host/main.tsx') },
  output: {
    path: resolve(root, 'dist/host'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: '/_host/',
    clean: true,
  },
  plugins: [
    new BuildRecord('host'),
    new HtmlPlugin({
      template: source('simulator/host/index.html'),
      filename: 'index.html',
      scriptLoading: 'defer',
    }),
  ],
})

/** The simulator as a program (main) and as a library (index). */
const simulator = (mode) => ({
  ...common('simulator', mode),
  // It stays readable as it is.
  devtool: false,
  target: 'node20',
  entry: {
    main: source('simulator/main.ts'),
    index: source('simulator/index.ts'),
    'jq-worker': source('simulator/node/jq-worker.js'),
  },
  output: {
    path: resolve(root, 'dist/simulator'),
    filename: '[name].js',
    // Each export by itself, so that ES modules can import them by name, too.
    library: { type: 'commonjs-static' },
    clean: true,
  },
  // Both carry binaries that they look up beside their own files.
  externals: { '@photostructure/sqlite': 'commonjs @photostructure/sqlite', 'jq-wasm': 'commonjs jq-wasm' },
  node: { __dirname: false, __filename: false },
  plugins: [new BuildRecord('simulator')],
  optimization: { minimize: false },
})

export default (env, argv) => [app, host, simulator].map((make) => make(argv.mode ?? 'development'))
