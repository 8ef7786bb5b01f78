import { getColor } from '@zendeskgarden/react-theming'
import { useId, useState, type KeyboardEvent } from 'react'
import styled from 'styled-components'
import { Row, Stack, Subtle } from './blocks'

export interface Bar {
  /** Where it stands, in words. */
  label: string
  /** Beneath the axis; only some of the bars have room for it. */
  short: string
  value: number
  /** The part of the value that is marked. */
  part: number
}

interface BarChartProps {
  title: string
  bars: Bar[]
  /** What values and marked parts are called in the key. */
  names: { value: string; part: string }
  /** A bar in words, for the line beneath the chart and for screen readers. */
  describe(bar: Bar): string
}

const width = 1000
const height = 180
const steps = 2

const Frame = styled.div`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  column-gap: ${({ theme }) => theme.space.xs};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`
const Scale = styled.div`
  display: flex;
  flex-direction: column-reverse;
  justify-content: space-between;
  margin: -0.6em 0;
  line-height: 1.2;
  text-align: end;
`
const Axis = styled.div`
  display: flex;
  grid-column: 2;
  justify-content: space-between;
  margin-top: ${({ theme }) => theme.space.xxs};
`
const Plot = styled.div`
  border-radius: ${({ theme }) => theme.borderRadii.sm};
  cursor: crosshair;
  height: ${height}px;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: -2px;
  }
`
const Drawing = styled.svg`
  display: block;
  width: 100%;
  height: 100%;
`
const Line = styled.line`
  stroke: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  vector-effect: non-scaling-stroke;
`
const Whole = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis' })};
`
const Part = styled.rect`
  fill: ${({ theme }) => getColor({ theme, variable: 'background.dangerEmphasis' })};
`
const Column = styled.rect<{ $isChosen: boolean }>`
  fill: ${({ theme, $isChosen }) =>
    $isChosen
      ? getColor({ theme, variable: 'background.emphasis', transparency: theme.opacity[200] })
      : 'transparent'};
`
const Swatch = styled.span<{ $isPart?: boolean }>`
  display: inline-block;
  border-radius: ${({ theme }) => theme.borderRadii.sm};
  background-color: ${({ theme, $isPart }) =>
    getColor({ theme, variable: $isPart ? 'background.dangerEmphasis' : 'background.primaryEmphasis' })};
  width: 12px;
  height: 12px;
`

/**
 * Bars over time. The pointer or the arrow keys choose one, whose values then stand in words beneath. A table of
 * the same values belongs beside it.
 */
export function BarChart({ title, bars, names, describe }: BarChartProps) {
  const id = useId()
  const [chosen, setChosen] = useState<number>()
  const highest = ceiling(Math.max(...bars.map(({ value }) => value)))
  const each = width / bars.length
  const lengthOf = (value: number) => (value / highest) * height
  const current = chosen === undefined ? undefined : bars[chosen]

  function move(event: KeyboardEvent) {
    const last = bars.length - 1
    const from = chosen ?? (event.key === 'ArrowLeft' ? bars.length : -1)
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setChosen(Math.min(Math.max(to, 0), last))
  }

  return (
    <Stack $gap="xs">
      <Row $gap="md">
        <Row $gap="xs">
          <Swatch aria-hidden="true" /> {names.value}
        </Row>
        <Row $gap="xs">
          <Swatch $isPart aria-hidden="true" /> {names.part}
        </Row>
      </Row>
      <Frame>
        <Scale aria-hidden="true">
          {Array.from({ length: steps + 1 }, (_, step) => (
            <span key={step}>{((highest / steps) * step).toLocaleString('en-US')}</span>
          ))}
        </Scale>
        <Plot
          role="listbox"
          aria-label={title}
          aria-orientation="horizontal"
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen}`}
          tabIndex={0}
          onKeyDown={move}
          onMouseLeave={() => setChosen(undefined)}
          onBlur={() => setChosen(undefined)}
        >
          <Drawing viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="presentation">
            {Array.from({ length: steps + 1 }, (_, step) => (
              <Line
                key={step}
                x1={0}
                x2={width}
                y1={height - (height / steps) * step}
                y2={height - (height / steps) * step}
              />
            ))}
            {bars.map((bar, index) => (
              <g
                key={bar.label}
                id={`${id}-${index}`}
                role="option"
                aria-label={describe(bar)}
                aria-selected={index === chosen}
                onMouseEnter={() => setChosen(index)}
              >
                <Column $isChosen={index === chosen} x={index * each} y={0} width={each} height={height} />
                <Whole
                  x={(index + 0.12) * each}
                  y={height - lengthOf(bar.value)}
                  width={each * 0.76}
                  height={lengthOf(bar.value - bar.part)}
                />
                <Part
                  x={(index + 0.12) * each}
                  y={height - lengthOf(bar.part)}
                  width={each * 0.76}
                  height={lengthOf(bar.part)}
                />
              </g>
            ))}
          </Drawing>
        </Plot>
        <Axis aria-hidden="true">
          <span>{bars[0]?.short}</span>
          <span>{bars[Math.floor(bars.length / 2)]?.short}</span>
          <span>{bars.at(-1)?.short}</span>
        </Axis>
      </Frame>
      <Subtle aria-live="polite">
        {current ? describe(current) : 'Point at a bar, or use the arrow keys, to see its values.'}
      </Subtle>
    </Stack>
  )
}

/** The least round number that is even and not below a value: what the axis ends with. */
export function ceiling(value: number): number {
  if (value <= steps) return steps
  const size = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 6, 8, 10].map((step) => step * size).find((step) => step >= value && step % 2 === 0)!
}
