import { parseArgs } from 'node:util'

export interface Arguments {
  port: number
  data: string
  app?: string
  controlToken?: string
  /** Hosts that requests may leave this machine for, those that are recorded among them. */
  allowHosts: string[]
  record: string[]
  /** Folders of integrations that the app offers beside its own; each holds some or is one itself. */
  integrations: string[]
  /** The same, brought into the account by themselves. */
  deploy: string[]
  isDevelopment: boolean
  wantsHelp: boolean
}

export const usage = `Usage: npm start -- [options]

  --port N             port on 127.0.0.1 (default 4500; PORT in the environment)
  --data DIR           where everything is kept (default .zis)
  --app URL            frame an app served elsewhere, e.g. http://localhost:4567
  --control-token T    a fixed token for the paths under /_sim
  --allow-host HOST    let requests leave this machine for this host; may be repeated
  --record HOST        let requests leave for this host, and keep its answers, masked, to give them again offline
  --integrations DIR   offer the integration in this folder, or those in its folders; may be repeated
  --deploy DIR         the same, and have them run without being set up; may be repeated
  --help               this text`

/** Arguments that cannot be meant, said in one sentence. */
export class ArgumentProblem extends Error {
  override readonly name = 'ArgumentProblem'
}

/** @throws {ArgumentProblem} */
export function readArguments(args: string[], environment: NodeJS.ProcessEnv): Arguments {
  let values
  try {
    ;({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string', default: '.zis' },
        app: { type: 'string' },
        'control-token': { type: 'string' },
        'allow-host': { type: 'string', multiple: true, default: [] },
        record: { type: 'string', multiple: true, default: [] },
        integrations: { type: 'string', multiple: true, default: [] },
        deploy: { type: 'string', multiple: true, default: [] },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new ArgumentProblem(`${reason}; --help lists the options.`, { cause })
  }

  const portText = values.port ?? environment['PORT'] ?? '4500'
  const port = Number(portText)
  if (!/^\d+$/.test(portText) || port > 65535) {
    throw new ArgumentProblem(`"${portText}" is no port; give a number from 0 to 65535.`)
  }
  if (values.app !== undefined && !(URL.canParse(values.app) && /^https?:/.test(values.app))) {
    throw new ArgumentProblem(`"${values.app}" is no address; --app takes one like http://localhost:4567.`)
  }
  const token = values['control-token']
  if (token !== undefined && !/^[\x21-\x7e]{8,}$/.test(token)) {
    throw new ArgumentProblem('A control token has at least 8 characters and no spaces.')
  }
  const wrong = values.record.find((host) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/.test(host))
  if (wrong !== undefined) {
    throw new ArgumentProblem(`"${wrong}" is no host; --record takes one like api.example.com.`)
  }
  return {
    port,
    data: values.data,
    ...(values.app !== undefined && { app: values.app }),
    ...(token !== undefined && { controlToken: token }),
    allowHosts: [...values['allow-host'], ...values.record],
    record: values.record,
    integrations: values.integrations,
    deploy: values.deploy,
    isDevelopment: values.dev,
    wantsHelp: values.help,
  }
}
