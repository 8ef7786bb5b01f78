import { checkBundle } from '../bundle/check'
import { findJqShapes } from '../bundle/check-jq'
import { bundleFor } from '../bundle/fill'
import { entryOf } from '../codes'
import type { CatalogueEntry } from '../definition'
import type { Finding } from '../findings'
import { isObject, own, type Json, type JsonObject } from '../json'
import { Places } from '../json-text/places'
import { readJson } from '../json-text/read-json'
import { offsetAt } from '../json-text/source-node'
import { isIntegrationKey } from '../names'
import { Report } from '../report'
import { checkDefinition } from './check'

/** A file as it was handed over. */
export interface SourceFile {
  name: string
  text: string
}

/** What was found in one file, in its order. */
export interface FileFindings {
  file: string
  findings: Finding[]
}

export interface ReadIntegration {
  /** Only when there is no error in any of the files. */
  entry: CatalogueEntry | undefined
  files: FileFindings[]
}

/**
 * Reads an integration from the texts of its files, and judges definition and bundle: each by itself, and
 * whether they fit. One file holds `{ "definition", "bundle" }`, or there are two; which of two is the bundle
 * shows in what it says. It never throws.
 */
export function readIntegration(files: SourceFile[]): ReadIntegration {
  const opened = files.map(open)
  const whole = opened.length === 1 ? opened[0]! : undefined
  if (whole && isObject(whole.value) && own(whole.value, 'definition') !== undefined) {
    return judge(partOf(whole, 'definition'), partOf(whole, 'bundle'))
  }
  const bundle =
    opened.find(({ value }) => isObject(value) && Object.hasOwn(value, 'zis_template_version')) ??
    opened.find(({ name }) => /(^|\/)bundle\.json$/.test(name))
  const definition = opened.find((one) => one !== bundle)
  if (opened.length !== 2 || !bundle || !definition) return notPair(opened)
  return judge({ file: definition, under: '' }, { file: bundle, under: '' })
}

interface Opened extends SourceFile {
  value: Json | undefined
  isComplete: boolean
  faults: Finding[]
  locate(finding: Finding, under: string): Finding
}

interface Part {
  file: Opened
  /** Where it stands in its file, as a pointer. */
  under: string
}

const partOf = (file: Opened, key: string): Part => ({ file, under: `/${key}` })

const valueOf = ({ file, under }: Part): Json | undefined =>
  under === '' ? file.value : isObject(file.value) ? own(file.value, under.slice(1)) : undefined

function open({ name, text }: SourceFile): Opened {
  const read = readJson(text)
  const places = new Places(text)
  return {
    name,
    text,
    value: read.value,
    isComplete: read.value !== undefined && read.isComplete,
    faults: read.faults.map(({ code, offset, pointer, message, way_out }) => {
      const severity = entryOf(code)?.severities[0] ?? 'error'
      return { code, severity, pointer, ...places.at(offset), message, way_out }
    }),
    locate(finding, under) {
      const pointer = under + finding.pointer
      const part = entryOf(finding.code)?.isAboutKey ? 'key' : 'value'
      return { ...finding, pointer, ...places.at(offsetAt(read.root, pointer, part)) }
    },
  }
}

function judge(definition: Part, bundle: Part): ReadIntegration {
  const said = valueOf(definition)
  const template = valueOf(bundle)
  const key = isObject(said) ? own(said, 'default_key') : undefined
  // A key that is wrong is a finding of its own; the bundle is judged with one that is right.
  const integration = typeof key === 'string' && isIntegrationKey(key) ? key : 'integration'
  const filled = isObject(template) ? bundleFor(template, integration) : template
  const isReadable = definition.file.isComplete && bundle.file.isComplete
  const definitionFindings = isReadable ? checkDefinition(said ?? null, filled).findings : []
  const bundleFindings = isReadable
    ? [...checkBundle(filled, { integration }).findings, ...findJqShapes(filled ?? null)]
    : []
  const located = (part: Part, findings: Finding[]) =>
    findings.map((finding) => part.file.locate(finding, part.under))
  const [first, second] = [located(definition, definitionFindings), located(bundle, bundleFindings)]
  const files =
    definition.file === bundle.file
      ? [fileOf(definition.file, [...first, ...second])]
      : [fileOf(definition.file, first), fileOf(bundle.file, second)]
  const isRefused = files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  const entry = { definition: said, bundle: template as JsonObject } as unknown as CatalogueEntry
  return { entry: isRefused ? undefined : entry, files }
}

function notPair(opened: Opened[]): ReadIntegration {
  const report = new Report()
  report.error(
    'definition.bundle-missing',
    '',
    'there is not one definition with one bundle',
    'select one file with { "definition": …, "bundle": … }, or integration.json together with bundle.json',
  )
  const files = opened.map((one) => fileOf(one, one.isComplete ? report.findings : []))
  return { entry: undefined, files: files.length > 0 ? files : [{ file: '', findings: report.findings }] }
}

/** As they stand in the text. */
const fileOf = ({ name, faults }: Opened, findings: Finding[]): FileFindings => ({
  file: name,
  findings: [...faults, ...findings].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  ),
})
