import { secretIn } from '../../zis/bundle/secrets'

export interface Reported {
  title: string
  version: string
  integration: string
  account: string
  at: string
  rows: Array<{ title: string; says: string }>
}

/** How an integration stands in plain lines, to be sent to whoever can help. What looks like a secret is left out. */
export function reportOf({ title, version, integration, account, at, rows }: Reported): string {
  return [
    `${title} ${version}`,
    `integration: ${integration}`,
    `account: ${account}`,
    `time: ${at}`,
    '',
    ...rows.map((row) => `${row.title}: ${row.says}`),
  ]
    .map((line) => (secretIn(line, '') === undefined ? line : '(left out: it looks like a secret)'))
    .join('\n')
}

/** A request that failed, as whoever mends the app wants to know it. */
export const problemInReport = ({
  kind,
  status,
  message,
}: {
  kind: string
  status: number
  message: string
}) => `${kind} ${status} ${message}`.trim()
