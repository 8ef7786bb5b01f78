import { findingLine, type Finding } from '../../zis/findings'
import type { NamedEntry } from '../../zis/integration/catalogue'
import { readIntegration } from '../../zis/integration/read'
import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import { readJson } from '../../zis/json-text/read-json'
import { isIntegrationKey, parseName } from '../../zis/names'
import type { IntegrationFile, IntegrationFolder } from './integration-files'

/** One line about a file, for a terminal. */
export interface Said {
  severity: Finding['severity']
  line: string
}

/** An integration's folder, read and judged as far as that goes without the account. */
export interface OpenedFolder {
  /** The key that it proposes; undefined where none can be taken from it. */
  key: string | undefined
  /** What it is called. */
  title: string
  /** Only when nothing is wrong with any of its files, and there is a definition. */
  entry: NamedEntry | undefined
  /** The author's own text. */
  bundle: { path: string; text: string } | undefined
  /** What there is to say of its files, those of the bundle apart: the account has its say on that. */
  said: Said[]
  /** The same of the bundle, without the account. */
  saidOfBundle: Said[]
}

/** Reads what a folder holds. A folder with only a bundle is an integration named as the folder. */
export function openFolder(folder: IntegrationFolder): OpenedFolder {
  const { path, name, definition, bundle, translations } = folder
  const files = [definition, bundle, ...translations].filter((file) => file !== undefined)
  const texts = files.flatMap((file) => ('text' in file ? [{ name: file.path, text: file.text }] : []))
  const said = files.flatMap(faultOf)
  if (!bundle) said.push(error(`${path}: error: there is no bundle.json; write one, or take the folder away`))
  const isComplete = said.length === 0
  const read = definition && isComplete ? readIntegration(texts) : undefined
  const found = (read?.files ?? []).map(({ file, findings }) => ({
    file,
    said: findings.map((one) => sayOf(file, one)),
  }))
  said.push(...found.filter(({ file }) => file !== bundle?.path).flatMap((one) => one.said))
  const key = keyIn(folder)
  if (key === undefined && isComplete && !definition) {
    said.push(
      error(`${path}: error: "${name}" is no integration key; name the folder with a-z, 0-9, _ and - only`),
    )
  }
  // The folder's name stands in addresses of the app.
  const hasName = /^[\w.-]+$/.test(name)
  if (definition && !hasName) {
    said.push(
      error(
        `${path}: error: the app cannot offer "${name}"; name the folder with letters, digits, - and _ only`,
      ),
    )
  }
  return {
    key,
    title: read?.entry?.definition.title ?? name,
    entry: hasName && read?.entry ? { name, ...read.entry } : undefined,
    bundle: bundle && 'text' in bundle ? bundle : undefined,
    said,
    saidOfBundle: found.filter(({ file }) => file === bundle?.path).flatMap((one) => one.said),
  }
}

export const sayOf = (file: string, finding: Finding): Said => ({
  severity: finding.severity,
  line: findingLine(file, finding),
})

const error = (line: string): Said => ({ severity: 'error', line })

function faultOf(file: IntegrationFile): Said[] {
  if ('text' in file) return []
  const { path, place, problem, way_out } = file
  return [error(`${path}${place ? `:${place.line}:${place.column}` : ''}: error: ${problem}; ${way_out}`)]
}

/**
 * The key: of the definition; where there is none, the one that the bundle's job specs name, else the folder's name.
 */
function keyIn({ name, definition, bundle }: IntegrationFolder): string | undefined {
  const said = definition
    ? member(valueOf(definition), 'default_key')
    : (keyInBundle(valueOf(bundle)) ?? name)
  return typeof said === 'string' && isIntegrationKey(said) ? said : undefined
}

function keyInBundle(bundle: Json | undefined): string | undefined {
  const resources = member(bundle, 'resources')
  for (const resource of Object.values(isObject(resources) ? resources : {})) {
    const flow = member(member(resource, 'properties'), 'flow_name')
    const integration = typeof flow === 'string' ? parseName(flow)?.integration : undefined
    if (integration !== undefined && isIntegrationKey(integration)) return integration
  }
  return undefined
}

const valueOf = (file: IntegrationFile | undefined): Json | undefined =>
  file && 'text' in file ? readJson(file.text).value : undefined

const member = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) ? own(value as JsonObject, key) : undefined
