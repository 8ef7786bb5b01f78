import { Tag } from '@zendeskgarden/react-tags'
import { getColor } from '@zendeskgarden/react-theming'
import { useState } from 'react'
import styled from 'styled-components'
import type { Finding } from '../../../zis/findings'
import type { Judged } from '../../services/control/wire'
import { Mono, Row, Stack, Subtle } from '../ui/blocks'
import { DetailsDrawer } from '../ui/drawer'
import { Facts } from '../ui/facts'
import { JsonView } from '../ui/json-view'
import { OpenButton } from '../ui/open-button'
import { asSentence, bySeverity, partAt } from './findings'

const List = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`
const Line = styled.li`
  border-bottom: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.subtle' })}`};
  padding: ${({ theme }) => `${theme.space.xs} 0`};
  overflow-wrap: anywhere;
`

/** What the checker says of one bundle, worst first; each finding opens the part of the bundle it is about. */
export function FindingList({ judged: { bundle, findings }, name }: { judged: Judged; name: string }) {
  const [open, setOpen] = useState<Finding>()
  return (
    <>
      {bySeverity(findings).map(({ severity, title, hue, findings: group }) => (
        <Stack key={severity} $gap="xxs">
          <Row>
            <Tag hue={hue} size="small">
              <span>{title}</span>
            </Tag>
            <Subtle>{group.length}</Subtle>
          </Row>
          <List aria-label={`${title} of ${name}`}>
            {group.map((finding, index) => (
              <Line key={index}>
                <div>{asSentence(finding.message)}</div>
                <Subtle>{asSentence(finding.way_out)}</Subtle>
                <OpenButton onClick={() => setOpen(finding)} title={finding.pointer || '/'}>
                  <Mono>
                    {placeOf(finding)} {finding.pointer || '/'}
                  </Mono>
                </OpenButton>
              </Line>
            ))}
          </List>
        </Stack>
      ))}
      <DetailsDrawer item={open} title={() => 'Finding'} onClose={() => setOpen(undefined)}>
        {(finding) => <FindingView finding={finding} bundle={bundle} />}
      </DetailsDrawer>
    </>
  )
}

const placeOf = ({ line, column }: Finding): string =>
  line === undefined ? '' : `Line ${line}, column ${column},`

function FindingView({ finding, bundle }: { finding: Finding; bundle: Judged['bundle'] }) {
  const part = partAt(bundle, finding.pointer)
  return (
    <Stack $gap="lg">
      <Facts
        facts={[
          ['Finding', asSentence(finding.message)],
          ['Way out', asSentence(finding.way_out)],
          ['Code', <Mono key="code">{finding.code}</Mono>],
          ['Answer of ZIS', finding.zis_text],
          ['Line', finding.line],
          ['Column', finding.column],
          ['Place', <Mono key="place">{finding.pointer || '/'}</Mono>],
        ]}
      />
      {part.value !== null && <JsonView label={part.pointer || 'The whole bundle'} value={part.value} />}
    </Stack>
  )
}
