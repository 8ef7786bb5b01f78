import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Callers } from './callers'
import { signIn } from './sign-in'

const folder = join(__dirname, '../../integrations/slack_status')

/** The bundle of `slack_status` for an integration key. */
export const slackStatusBundle = (integration: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8').replaceAll('{{integration}}', integration))

interface SlackState {
  app: { client_id: string; client_secret: string }
  channels: Array<{ name: string; messages: Array<{ text: string }> }>
}

export async function slackState(zis: Callers): Promise<SlackState> {
  const { body } = await zis.control('GET /_sim/partners/slack.com')
  return body['partner'] as unknown as SlackState
}

/** The texts that a channel has received, oldest first. */
export async function messagesIn(zis: Callers, channel: string): Promise<string[]> {
  const { channels } = await slackState(zis)
  return channels.find(({ name }) => name === channel)!.messages.map(({ text }) => text)
}

/** Installs `slack_status` by calls only: both sign-ins, settings, bundle, job specs. */
export async function installSlackStatus(zis: Callers, settings: object, integration = 'slack_status') {
  await zis.admin(`POST /api/services/zis/registry/${integration}`, { description: 'Slack status messages' })
  const { app } = await slackState(zis)
  await zis.admin(`POST /api/services/zis/connections/oauth/clients/${integration}`, {
    name: 'slack',
    ...app,
    auth_url: 'https://slack.com/oauth/v2/authorize',
    token_url: 'https://slack.com/api/oauth.v2.access',
    default_scopes: 'chat:write',
  })
  for (const [system, scopes] of [
    ['zendesk', 'tickets:read'],
    ['slack', 'chat:write'],
  ]) {
    const start = await zis.admin(`POST /api/services/zis/connections/oauth/start/${integration}`, {
      name: system,
      oauth_client_name: system,
      oauth_url_subdomain: 'acme',
      permission_scopes: scopes,
      origin_oauth_redirect_url: 'https://app.example/',
    })
    await signIn(zis, start)
  }
  await zis.admin(`POST /api/services/zis/integrations/${integration}/configs`, {
    scope: 'slack_status',
    config: settings,
  })
  await zis.admin(`POST /api/services/zis/registry/${integration}/bundles`, slackStatusBundle(integration))
  const { body } = await zis.admin(`GET /api/services/zis/registry/${integration}/job_specs`)
  for (const { name } of body['job_specs'] as Array<{ name: string }>) {
    await zis.admin(
      `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${integration}:job_spec:${name}`,
    )
  }
}
