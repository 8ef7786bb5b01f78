import { Alert } from '@zendeskgarden/react-notifications'
import { MD } from '@zendeskgarden/react-typography'
import { Mono, Stack, Subtle } from '../ui/blocks'
import { JsonView } from '../ui/json-view'
import { ExchangeView } from './exchange-view'
import type { Step } from './run-words'

/** Everything about one step; what it wrote comes first, since that is what a reader looks for. */
export function StepDetails({ step }: { step: Step }) {
  const { wrote, error, parameters, exchanges = [], notes = [], next, input, output } = step
  return (
    <Stack>
      {error && (
        <Alert type={error.caught ? 'warning' : 'error'}>
          <Alert.Title>{error.error}</Alert.Title>
          {error.cause}
        </Alert>
      )}
      {wrote && <JsonView label={`Wrote to ${wrote.path}`} value={wrote.value} />}
      {notes.map((note) => (
        <MD key={note}>{note}</MD>
      ))}
      {exchanges.map((exchange) => (
        <ExchangeView key={exchange.id} exchange={exchange} told={error?.cause} />
      ))}
      {parameters !== undefined && <JsonView label="Parameters" value={parameters} />}
      <JsonView label="Input" value={input} />
      <JsonView label="Output" value={output} />
      {next !== undefined && (
        <div>
          <Subtle>Next</Subtle> <Mono>{next}</Mono>
        </div>
      )}
    </Stack>
  )
}
