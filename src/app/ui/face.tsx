import { LG } from '@zendeskgarden/react-typography'
import type { ReactNode } from 'react'
import styled from 'styled-components'
import { Text } from './blocks'

const Middle = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: ${({ theme }) => theme.space.sm};
  max-width: 480px;
  margin: 0 auto;
  padding: ${({ theme }) => `${theme.space.xxl} ${theme.space.md}`};
  text-align: center;
`

/** A page with one thing to say: heading, a sentence, at most one way on. */
export function Face({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Middle role="main">
      <LG tag="h1" isBold>
        {title}
      </LG>
      <Text>{text}</Text>
      {children}
    </Middle>
  )
}
