import { deepestDocument, isDeeperThan } from '../depth'
import type { Finding } from '../findings'
import { isObject, own, type JsonObject } from '../json'
import { parseName, type ResourceKind } from '../names'
import { nearest } from '../nearest'
import { checkAction } from './check-action'
import { checkFlowResource } from './check-flow'
import { checkJobSpec } from './check-job-spec'
import { checkTexts } from './check-texts'
import { at, checkWords, Report, shown } from '../report'
import { templateVersion, type TypedBundle } from './types'

export interface BundleContext {
  integration: string
  /** Names of actions in other bundles of the integration. */
  otherActions?: Iterable<string>
  /** Names of the connections that the integration declares; without them none is missed. */
  connections?: Iterable<string>
  /** Versions of the bundle template that are taken beside the documented one. */
  otherVersions?: readonly string[]
  /** How many resources a bundle may have; without it as many as it has. */
  mostResources?: number
  /** Resources in other bundles of the integration: their names are taken. */
  otherNames?: Array<{ kind: ResourceKind; name: string }>
}

/** What the check of one resource may need to know of the others. */
export interface Surroundings {
  integration: string
  report: Report
  actions: ReadonlySet<string>
  flows: ReadonlySet<string>
  connections?: ReadonlySet<string>
}

const kinds: Record<string, { kind: ResourceKind; list: 'flows' | 'actions' | 'job_specs' }> = {
  'ZIS::Flow': { kind: 'flow', list: 'flows' },
  'ZIS::Action::Http': { kind: 'action', list: 'actions' },
  'ZIS::JobSpec': { kind: 'job_spec', list: 'job_specs' },
}

/**
 * Judges a bundle as ZIS does at its upload, and says more (zis-flows 14). It never throws and never
 * stops at the first fault.
 *
 * @returns `bundle` only when there is no error, so that nobody after this has to check shapes again
 */
export function checkBundle(
  bundle: unknown,
  context: BundleContext,
): { bundle: TypedBundle | undefined; findings: Finding[] } {
  const report = new Report()
  if (!isObject(bundle)) {
    report.error('bundle.not-object', '', 'a bundle is a JSON object', 'begin with { and end with }')
    return { bundle: undefined, findings: report.findings }
  }
  if (isDeeperThan(bundle, deepestDocument)) {
    report.error(
      'bundle.too-deep',
      '',
      `the bundle is nested deeper than ${deepestDocument} levels`,
      'keep values that are nested so deep out of the bundle',
    )
    return { bundle: undefined, findings: report.findings }
  }
  checkHead(bundle, context, report)
  checkTexts(bundle, '', report)
  const resources = isObject(bundle['resources']) ? bundle['resources'] : {}
  const named = namedResources(resources, report)
  checkDuplicates(named, context, report)
  const surroundings = surroundingsOf(named, context, report)
  for (const { kind, properties, pointer } of named) {
    if (kind === 'flow') checkFlowResource(properties, pointer, surroundings)
    if (kind === 'action') checkAction(properties, pointer, surroundings)
    if (kind === 'job_spec') checkJobSpec(properties, pointer, surroundings)
  }
  checkWhole(named, report)
  return { bundle: report.hasErrors ? undefined : typed(bundle, named), findings: report.findings }
}

/** What a bundle has when it comes back from the registry, too. */
const bundleWords = [
  'zis_template_version', 'name', 'description', 'resources', 'uuid', 'integration', 'zendesk_account_id',
] // prettier-ignore

/** No limit is known; tools that check bundles take this one. */
const longestName = 50

function checkHead(bundle: JsonObject, context: BundleContext, report: Report): void {
  const version = own(bundle, 'zis_template_version')
  if (version === undefined) {
    report.error(
      'bundle.version-missing',
      '',
      'zis_template_version is missing',
      `add "zis_template_version": "${templateVersion}"`,
    )
  } else if (version !== templateVersion && !context.otherVersions?.includes(String(version))) {
    report.error(
      'bundle.version-unknown',
      at('', 'zis_template_version'),
      `${shown(version)} is not a version of the bundle template`,
      `write "${templateVersion}"`,
    )
  }
  const name = own(bundle, 'name')
  if (typeof name !== 'string' || name === '') {
    const place = name === undefined ? '' : at('', 'name')
    report.error('bundle.name-missing', place, 'the bundle has no name', 'add a "name", any text')
  }
  if (typeof name === 'string' && name.length > longestName) {
    const message = `the name of the bundle is longer than ${longestName} characters`
    report.note('bundle.name-long', at('', 'name'), message, 'choose a shorter one: some tools refuse it')
  }
  const description = own(bundle, 'description')
  if (description !== undefined && typeof description !== 'string') {
    report.error(
      'bundle.description-type',
      at('', 'description'),
      'description is not a text',
      'write a string or leave it out',
    )
  }
  if (!isObject(own(bundle, 'resources'))) {
    const place = own(bundle, 'resources') === undefined ? '' : at('', 'resources')
    report.error(
      'bundle.resources-missing',
      place,
      'the bundle has no resources',
      'add "resources", an object with a flow, its actions and a job spec',
    )
  }
  const resources = Object.keys(own(bundle, 'resources') ?? {}).length
  const { mostResources = resources } = context
  if (resources > mostResources) {
    report.error(
      'bundle.too-many-resources',
      at('', 'resources'),
      `the bundle has ${resources} resources; ${mostResources} are taken`,
      'make several bundles of it',
    )
  }
  checkWords(report, bundle, '', bundleWords, (word) => nearest(word, bundleWords))
}

export interface NamedResource {
  key: string
  kind: ResourceKind
  list: 'flows' | 'actions' | 'job_specs'
  name: string
  properties: JsonObject
  /** Of the properties. */
  pointer: string
}

function namedResources(resources: JsonObject, report: Report): NamedResource[] {
  return Object.entries(resources).flatMap(([key, resource]) => {
    const pointer = at('', 'resources', key)
    if (!isObject(resource)) {
      report.error(
        'resource.not-object',
        pointer,
        `the resource ${shown(key)} is not an object`,
        'give it type and properties',
      )
      return []
    }
    checkWords(report, resource, pointer, ['type', 'properties'], (word) =>
      nearest(word, ['type', 'properties']),
    )
    const type = own(resource, 'type')
    const found = typeof type === 'string' ? own(kinds, type) : undefined
    if (!found) checkType(type, pointer, report)
    const properties = own(resource, 'properties')
    if (!isObject(properties)) {
      report.error(
        'resource.properties-missing',
        pointer,
        `the resource ${shown(key)} has no properties`,
        'add "properties"',
      )
      return []
    }
    const name = own(properties, 'name')
    if (typeof name !== 'string' || name === '') {
      report.error(
        'resource.name-missing',
        at(pointer, 'properties'),
        `the resource ${shown(key)} has no name`,
        `add "name": ${shown(key)} to its properties`,
      )
    }
    if (!found) return []
    const isNamed = typeof name === 'string' && name !== ''
    if (isNamed && name !== key) checkKey(key, name, found.kind, pointer, report)
    return [{ key, ...found, name: isNamed ? name : '', properties, pointer: at(pointer, 'properties') }]
  })
}

/** ZIS asks for equal ones with custom actions, and its own examples break it elsewhere (zis-flows 2). */
function checkKey(key: string, name: string, kind: ResourceKind, pointer: string, report: Report): void {
  const message = `the key ${shown(key)} is not the name ${shown(name)}, which is the one that counts`
  const tell = kind === 'action' ? report.warning.bind(report) : report.note.bind(report)
  tell('resource.key-differs', pointer, message, `write ${shown(name)} as the key, too`)
}

function checkType(type: unknown, pointer: string, report: Report): void {
  const known = Object.keys(kinds)
  const near = typeof type === 'string' ? nearest(type, known) : undefined
  report.error(
    'resource.type-unknown',
    type === undefined ? pointer : at(pointer, 'type'),
    type === undefined ? 'the resource has no type' : `${shown(type)} is not a type of resource`,
    near ? `did you mean "${near}"?` : `write ${known.join(', ')}`,
  )
}

function checkDuplicates(named: NamedResource[], { otherNames = [] }: BundleContext, report: Report): void {
  const taken = new Map(
    otherNames.map(({ kind, name }) => [`${kind} ${name}`, 'another bundle of the integration']),
  )
  for (const { kind, name, key, pointer } of named) {
    if (name === '') continue
    const holder = taken.get(`${kind} ${name}`)
    if (holder !== undefined) {
      report.error(
        'resource.name-taken',
        at(pointer, 'name'),
        `the name ${shown(name)} is taken by ${holder}`,
        `names of one kind are unique in an integration: choose another`,
        'Bundle contains duplicated resources',
      )
    }
    taken.set(`${kind} ${name}`, `the resource ${shown(key)}`)
  }
}

function surroundingsOf(named: NamedResource[], context: BundleContext, report: Report): Surroundings {
  const all = [...named, ...(context.otherNames ?? [])]
  const namesOf = (kind: ResourceKind) => all.filter((one) => one.kind === kind).map(({ name }) => name)
  return {
    integration: context.integration,
    report,
    actions: new Set([...namesOf('action'), ...(context.otherActions ?? [])]),
    flows: new Set(namesOf('flow')),
    ...(context.connections && { connections: new Set(context.connections) }),
  }
}

/** What only shows when all resources are seen together. */
function checkWhole(named: NamedResource[], report: Report): void {
  const flowsOf = named.filter(({ kind }) => kind === 'flow')
  if (flowsOf.length === 0) {
    report.warning('bundle.no-flow', at('', 'resources'), 'the bundle has no flow', 'add a ZIS::Flow')
  }
  const started = new Set(
    named
      .filter(({ kind }) => kind === 'job_spec')
      .map(({ properties }) => own(properties, 'flow_name'))
      .map((flow) => (typeof flow === 'string' ? parseName(flow)?.name : undefined)),
  )
  for (const { name, pointer } of flowsOf) {
    if (name === '' || started.has(name)) continue
    report.warning(
      'flow.not-started',
      pointer,
      `nothing will start the flow ${shown(name)}: no job spec of this bundle names it`,
      'add a ZIS::JobSpec whose flow_name names it',
    )
  }
}

/** Every shape was checked on the way here, which is what the types below stand for. */
function typed(bundle: JsonObject, named: NamedResource[]): TypedBundle {
  const lists = { flows: [], actions: [], job_specs: [] } as Record<NamedResource['list'], unknown[]>
  for (const { key, list, name, properties } of named) {
    lists[list].push(
      list === 'job_specs' ? { key, ...properties } : { key, name, definition: properties['definition'] },
    )
  }
  return {
    name: bundle['name'],
    ...(bundle['description'] !== undefined && { description: bundle['description'] }),
    zis_template_version: bundle['zis_template_version'],
    ...lists,
  } as TypedBundle
}
