import { focusStyles, getColor } from '@zendeskgarden/react-theming'
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import styled, { useTheme } from 'styled-components'
import type { FlowOutline, OutlinedState, Way } from '../../zis/flow/outline'
import type { JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import { meaningOf } from './meaning'
import { box, curve, place } from './place'
import { wayText } from './way-text'

// Positions are computed from left to right, in every language.
const Frame = styled.div`
  direction: ltr;
  overflow: auto;
  max-height: 70vh;
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
  ${({ theme }) => focusStyles({ theme })}
`

const Canvas = styled.div`
  position: relative;
  margin: 0 auto;
`

const StateBox = styled.button<{ $isEnd: boolean; $isBad: boolean }>`
  position: absolute;
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  justify-content: center;
  width: ${box.width}px;
  height: ${box.height}px;
  padding: ${({ theme }) => `0 ${theme.space.sm}`};
  border: ${({ theme }) => theme.borders.sm}
    ${({ theme, $isBad }) =>
      getColor({ theme, variable: $isBad ? 'border.dangerEmphasis' : 'border.emphasis' })};
  border-radius: ${({ theme, $isEnd }) => ($isEnd ? '30px' : theme.borderRadii.md)};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  font: inherit;
  text-align: center;
  cursor: pointer;
  &:hover {
    border-color: ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
  }
  ${({ theme }) => focusStyles({ theme })}
`

const Line = styled.span<{ $isSubtle?: boolean }>`
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
  unicode-bidi: plaintext;
  font-size: ${({ theme, $isSubtle }) => ($isSubtle ? theme.fontSizes.sm : theme.fontSizes.md)};
  font-weight: ${({ theme, $isSubtle }) => ($isSubtle ? theme.fontWeights.regular : theme.fontWeights.semibold)};
  color: ${({ theme, $isSubtle }) =>
    getColor({ theme, variable: $isSubtle ? 'foreground.subtle' : 'foreground.default' })};
`

const Label = styled.span`
  position: absolute;
  transform: translate(-50%, -50%);
  max-width: 180px;
  padding: 0 ${({ theme }) => theme.space.xxs};
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
`

/** Pixels that a label may take, from the number of its letters. */
const widthOf = (text: string): number => (text === '' ? 0 : Math.min(text.length * 6.5 + 12, 180))

interface Props {
  title: string
  outline: FlowOutline
  bundles: JsonObject[]
  onOpen: (state: OutlinedState) => void
}

/**
 * A flow as a picture: a box for each state, a line for each way. One box is in the order of the Tab key;
 * the arrow keys go from box to box.
 */
export function FlowPicture({ title, outline, bundles, onOpen }: Props) {
  const t = useText()
  const id = useId()
  const placed = useMemo(() => place(outline, (way) => widthOf(wayText(way, t))), [outline, t])
  const boxes = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  // A wide picture would open on a corner with nothing in it.
  useLayoutEffect(() => {
    const start = outline.states[0] && placed.boxes.get(outline.states[0].id)
    const frame = boxes.current
    if (start && frame) frame.scrollLeft = start.x + box.width / 2 - frame.clientWidth / 2
  }, [outline, placed])
  const goesTo = (id: string): string =>
    outline.ways
      .filter(({ from }) => from === id)
      .map((way) => {
        const when = wayText(way, t)
        return when === '' ? way.to : t('flow.way', { when, name: way.to })
      })
      .join(', ')

  const onKeyDown = (event: KeyboardEvent) => {
    const last = outline.states.length - 1
    const target = {
      ArrowDown: Math.min(current + 1, last),
      ArrowRight: Math.min(current + 1, last),
      ArrowUp: Math.max(current - 1, 0),
      ArrowLeft: Math.max(current - 1, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (target === undefined) return
    event.preventDefault()
    setCurrent(target)
    boxes.current?.querySelectorAll('button')[target]?.focus()
  }

  return (
    <Frame role="group" aria-label={title} ref={boxes} onKeyDown={onKeyDown}>
      <Canvas style={{ width: placed.width, height: placed.height }}>
        <Lines placed={placed} />
        {placed.lines.map(
          ({ way, label }, index) =>
            label && (
              <Label
                key={index}
                aria-hidden="true"
                title={wayText(way, t)}
                style={{ left: label.x, top: label.y }}
              >
                {wayText(way, t)}
              </Label>
            ),
        )}
        {outline.states.map((state, index) => {
          const { x, y } = placed.boxes.get(state.id)!
          const ways = goesTo(state.id)
          return (
            <StateBox
              key={state.id}
              type="button"
              $isEnd={state.isEnd}
              $isBad={state.type === 'Fail'}
              style={{ left: x, top: y }}
              tabIndex={index === current ? 0 : -1}
              aria-describedby={`${id}${index}`}
              onFocus={() => setCurrent(index)}
              onClick={() => onOpen(state)}
            >
              {/* The space is for those who hear the name. */}
              <Line>{state.name}</Line>{' '}
              <Line $isSubtle>
                {state.within ? t('flow.inside', { type: state.type, map: state.within }) : state.type}
              </Line>
              <span hidden id={`${id}${index}`}>
                {[meaningOf(state.state, bundles, t), ways === '' ? '' : t('flow.box_ways', { ways })].join(
                  ' ',
                )}
              </span>
            </StateBox>
          )
        })}
      </Canvas>
    </Frame>
  )
}

function Lines({ placed }: { placed: ReturnType<typeof place> }) {
  const theme = useTheme()
  const colorOf = (way: Way) =>
    getColor({ theme, variable: way.kind === 'error' ? 'border.dangerEmphasis' : 'border.emphasis' })
  return (
    <svg width={placed.width} height={placed.height} aria-hidden="true" style={{ position: 'absolute' }}>
      {(['plain', 'error'] as const).map((kind) => (
        <marker
          key={kind}
          id={`flow-arrow-${kind}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path
            d="M 0 0 L 8 4 L 0 8 z"
            fill={getColor({
              theme,
              variable: kind === 'error' ? 'border.dangerEmphasis' : 'border.emphasis',
            })}
          />
        </marker>
      ))}
      {placed.lines.map(({ way, points }, index) => (
        <path
          key={index}
          d={curve(points)}
          fill="none"
          stroke={colorOf(way)}
          strokeDasharray={way.kind === 'error' || way.kind === 'each' ? '5 4' : undefined}
          markerEnd={`url(#flow-arrow-${way.kind === 'error' ? 'error' : 'plain'})`}
        />
      ))}
    </svg>
  )
}
