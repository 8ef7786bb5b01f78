import { Tag } from '@zendeskgarden/react-tags'
import styled from 'styled-components'
import type { Exchange } from '../../../zis/history'
import { duration } from '../when'
import { Box, Mono, Row, Stack, Subtle } from '../ui/blocks'
import { BodyView, CodeView } from '../ui/json-view'

const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
  gap: ${({ theme }) => theme.space.md};
`

/** A request that left the flow and its answer; secrets arrive masked. */
export function ExchangeView({
  exchange: { request, response, error, duration_ms },
  told,
}: {
  exchange: Exchange
  /** What the reader has been told already. */
  told?: string
}) {
  return (
    <Box aria-label={`Request to ${request.url}`}>
      <Stack>
        <Row $gap="xs">
          <Tag size="small">
            <span>{request.method}</span>
          </Tag>
          <Mono>{request.url}</Mono>
          <StatusCode response={response} />
          <Subtle>{duration(duration_ms)}</Subtle>
        </Row>
        {error !== undefined && error !== told && <div>{error}</div>}
        <Pair>
          <Stack $gap="sm">
            <CodeView label="Request headers" text={headerText(request.headers)} />
            {request.body !== undefined && <BodyView label="Request body" text={request.body} />}
          </Stack>
          {response && (
            <Stack $gap="sm">
              <CodeView label="Response headers" text={headerText(response.headers)} />
              <BodyView label="Response body" text={response.body} />
            </Stack>
          )}
        </Pair>
      </Stack>
    </Box>
  )
}

/** The status of an answer, or that there was none. */
export const StatusCode = ({ response }: { response: Exchange['response'] }) => (
  <Tag size="small" hue={!response ? 'red' : hueOf(response.status)}>
    <span>{response ? response.status : 'No answer'}</span>
  </Tag>
)

const hueOf = (status: number): string => (status < 300 ? 'green' : status < 400 ? 'yellow' : 'red')

const headerText = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n') || 'None'
