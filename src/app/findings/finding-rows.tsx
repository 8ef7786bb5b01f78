import type { ReactNode } from 'react'
import styled from 'styled-components'
import type { Finding } from '../../zis/findings'
import { Row, Rows } from '../ui/rows'
import { useTelling } from './use-telling'

const marks = { error: 'failed', warning: 'warning', note: 'waiting' } as const

/** English stands where the sentences above it stand, also under some that run from the right. */
const Own = styled.div`
  margin-top: ${({ theme }) => theme.space.xxs};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  text-align: match-parent;
`

interface Props {
  /** What the list is called. */
  name: string
  findings: Finding[]
  title?: (finding: Finding, what: string) => string
  place: (finding: Finding) => ReactNode
}

/** Findings in the reader's language, each with its place; beneath, the checker's own words where those are others. */
export function FindingRows({ name, findings, title = (_finding, what) => what, place }: Props) {
  const tell = useTelling()
  return (
    tell && (
      <Rows aria-label={name}>
        {findings.map((finding, index) => {
          const { what, wayOut, own } = tell(finding)
          return (
            <Row
              key={index}
              state={marks[finding.severity]}
              title={title(finding, what)}
              says={
                <>
                  {wayOut}
                  <br />
                  {place(finding)}
                  {own !== undefined && (
                    <Own lang="en" dir="ltr">
                      {own}
                    </Own>
                  )}
                </>
              }
            />
          )
        })}
      </Rows>
    )
  )
}
