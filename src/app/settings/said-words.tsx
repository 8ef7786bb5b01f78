import { Span } from '@zendeskgarden/react-typography'
import type { Said } from './in-words'

/** A value in words; a row of a list with a line for each of its fields. */
export function SaidWords({ says }: { says: Said }) {
  if (typeof says === 'string') return <>{says}</>
  return (
    <>
      {says.map(({ title, value }, index) => (
        <div key={index}>
          <Span isBold>{title}</Span> {value}
        </div>
      ))}
    </>
  )
}
