import { usesOf } from '../bundle/uses'
import type { IntegrationDefinition } from '../definition'
import { isNativeSource } from '../events'
import type { JsonObject } from '../json'
import { at, shown, type Report } from '../report'

/**
 * What only shows when a definition and its bundle are seen together: connections, settings and webhooks that
 * one of them names and the other does not. Called for a definition whose shapes are right.
 */
export function checkFit(report: Report, definition: IntegrationDefinition, bundle: JsonObject): void {
  const uses = usesOf(bundle)
  checkConnections(report, definition, uses)
  checkScopes(report, definition, uses)
  checkWebhooks(report, definition, uses)
}

type Uses = ReturnType<typeof usesOf>

function checkConnections(report: Report, { connections }: IntegrationDefinition, uses: Uses): void {
  const stands = (name: string, used: string) => {
    const one = connections.find((declared) => declared.name === name)
    return used === name || (one?.several === true && used.startsWith(`${name}_`))
  }
  for (const { flow, connections: used } of uses) {
    for (const name of used.filter((one) => !connections.some((declared) => stands(declared.name, one)))) {
      const message = `the flow ${shown(flow)} uses the connection ${shown(name)}, which is not declared`
      report.error(
        'connection.undeclared',
        '/connections',
        message,
        `declare ${shown(name)} under "connections"`,
      )
    }
  }
  // Which ones a flow uses that names them only when it runs, nobody can tell.
  if (uses.some(({ isOpen }) => isOpen)) return
  const used = uses.flatMap(({ connections: names }) => names)
  connections.forEach(({ name }, index) => {
    if (used.some((one) => stands(name, one))) return
    const place = at('/connections', index, 'name')
    report.warning(
      'connection.unused',
      place,
      `no flow uses the connection ${shown(name)}`,
      'take it out, or use it',
    )
  })
}

function checkScopes(report: Report, { settings, check }: IntegrationDefinition, uses: Uses): void {
  const declared = [...settings.map(({ scope }) => scope), check?.expects?.scope]
  for (const { flow, scopes } of uses) {
    for (const { scope } of scopes.filter((one) => !declared.includes(one.scope))) {
      const message = `the flow ${shown(flow)} uses the settings ${shown(scope)}, which are not declared`
      report.warning(
        'settings.scope-undeclared',
        '/settings',
        message,
        `declare ${shown(scope)} under "settings"`,
      )
    }
  }
  const used = uses.flatMap(({ scopes }) => scopes.map(({ scope }) => scope))
  settings.forEach(({ scope }, index) => {
    if (used.includes(scope)) return
    const place = at('/settings', index, 'scope')
    report.note(
      'settings.scope-unused',
      place,
      `no flow loads the settings ${shown(scope)} by name`,
      'load them, or take them out',
    )
  })
}

function checkWebhooks(report: Report, { webhooks = [] }: IntegrationDefinition, uses: Uses): void {
  const specs = uses.flatMap(({ job_specs }) => job_specs)
  for (const { name, event_source, event_type } of specs) {
    const isRaised =
      isNativeSource(event_source) ||
      webhooks.some((one) => one.source_system === event_source && one.event_type === event_type)
    if (isRaised) continue
    report.warning(
      'webhook.undeclared',
      webhooks.length > 0 ? '/webhooks' : '',
      `the job spec ${shown(name)} listens to ${shown(event_type)} of ${shown(event_source)}, which no webhook raises`,
      'declare it under "webhooks"',
    )
  }
  webhooks.forEach(({ name, source_system, event_type }, index) => {
    if (specs.some((one) => one.event_source === source_system && one.event_type === event_type)) return
    const message = `no job spec listens to the webhook ${shown(name)}`
    report.warning('webhook.unused', at('/webhooks', index), message, 'add a job spec for it')
  })
}
