import { resolve } from 'node:path'
import CopyPlugin from 'copy-webpack-plugin'
import HtmlPlugin from 'html-webpack-plugin'
import Terser from 'terser-webpack-plugin'
import { catalogueFiles } from './tools/catalogue.mjs'

const root = import.meta.dirname
const source = (path) => resolve(root, 'src', path)

/** What the three builds share: TypeScript through swc, icons as components. */
const common = (mode) => ({
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
    minimizer: [
      new Terser({ minify: Terser.swcMinify, terserOptions: { compress: true, mangle: true }, extractComments: false }),
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', cacheDirectory: resolve(root, '.cache/webpack') },
})

/** The nav-bar app: dist/app is the folder that Admin Center and `zcli apps:server` take. */
const app = (mode) => ({
  ...common(mode),
  name: 'app',
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
    new HtmlPlugin({ template: resolve(root, 'assets/iframe.html'), filename: 'iframe.html', scriptLoading: 'defer' }),
    new CopyPlugin({
      patterns: [
        { from: resolve(root, 'assets'), globOptions: { ignore: ['**/iframe.html'] } },
        { from: resolve(root, 'manifest.json'), to: resolve(root, 'dist/app/manifest.json') },
        { from: resolve(root, 'translations'), to: resolve(root, 'dist/app/translations') },
      ],
    }),
    {
      apply(compiler) {
        compiler.hooks.thisCompilation.tap('catalogue', (compilation) => {
          compilation.hooks.processAssets.tap('catalogue', () => {
            for (const [name, text] of catalogueFiles(resolve(root, 'integrations'))) {
              compilation.emitAsset(`integrations/${name}`, new compiler.webpack.sources.RawSource(text))
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
  ...common(mode),
  name: 'host',
  entry: { host: source('simulator/host/main.tsx') },
  output: {
    path: resolve(root, 'dist/host'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: '/_host/',
    clean: true,
  },
  plugins: [
    new HtmlPlugin({
      template: source('simulator/host/index.html'),
      filename: 'index.html',
      scriptLoading: 'defer',
    }),
  ],
})

/** The simulator as a program (main) and as a library (index). */
const simulator = (mode) => ({
  ...common(mode),
  name: 'simulator',
  target: 'node20',
  entry: {
    main: source('simulator/main.ts'),
    index: source('simulator/index.ts'),
    'jq-worker': source('simulator/node/jq-worker.js'),
  },
  output: {
    path: resolve(root, 'dist/simulator'),
    filename: '[name].js',
    library: { type: 'commonjs2' },
    clean: true,
  },
  // Both carry binaries that they look up beside their own files.
  externals: { '@photostructure/sqlite': 'commonjs @photostructure/sqlite', 'jq-wasm': 'commonjs jq-wasm' },
  node: { __dirname: false, __filename: false },
  optimization: { minimize: false },
})

export default (env, argv) => [app, host, simulator].map((make) => make(argv.mode ?? 'development'))
