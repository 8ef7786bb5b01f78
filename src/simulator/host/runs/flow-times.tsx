import { getColor } from '@zendeskgarden/react-theming'
import styled from 'styled-components'
import { duration } from '../when'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Link } from '../ui/link'
import { OneLine } from '../ui/long-table'
import { shortName } from './run-words'
import type { Stats } from './use-stats'

type FlowTime = Stats['flows'][number]

const Drawing = styled.svg`
  display: block;
  width: 100%;
  height: 24px;
`
const Track = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`
const Most = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis', transparency: theme.opacity[400] })};
`
const Half = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis' })};
`

/** A row for each flow: the bar compares them, the figures beside it say the same. */
export function FlowTimes({ flows }: { flows: FlowTime[] }) {
  const longest = Math.max(1, ...flows.map(({ p95_ms }) => p95_ms))
  if (flows.length === 0) return <Subtle>No run has come to its end in this time.</Subtle>
  return (
    <DataTable
      caption="Time that runs take"
      columns={columnsFor(longest)}
      rows={flows}
      keyOf={({ integration, flow }) => `${integration}:${flow}`}
    />
  )
}

const columnsFor = (longest: number): Array<Column<FlowTime>> => [
  {
    title: 'Flow',
    cell: ({ integration, flow }) => (
      <Stack $gap="xxs">
        <OneLine title={shortName(flow)}>
          <Link to={`/simulator/runs?${new URLSearchParams({ integration, flow }).toString()}`}>
            {shortName(flow)}
          </Link>
        </OneLine>
        <OneLine>
          <Subtle>{integration}</Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'Compared',
    width: '25%',
    isForWide: true,
    cell: ({ median_ms, p95_ms }) => {
      const share = (ms: number) => (ms / longest) * 100
      return (
        <Drawing viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
          <Track x={0} y={8} width={100} height={8} />
          <Most x={0} y={8} width={share(p95_ms)} height={8} />
          <Half x={0} y={8} width={share(median_ms)} height={8} />
        </Drawing>
      )
    },
  },
  { title: 'Runs', width: '80px', cell: ({ runs }) => runs.toLocaleString('en-US') },
  { title: 'Failed', width: '80px', cell: ({ failed }) => failed.toLocaleString('en-US') },
  { title: 'Median', width: '100px', cell: ({ median_ms }) => duration(median_ms) },
  { title: '95% within', width: '120px', cell: ({ p95_ms }) => duration(p95_ms) },
  { title: 'Longest', width: '100px', isForWide: true, cell: ({ longest_ms }) => duration(longest_ms) },
]
