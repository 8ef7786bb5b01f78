import { ThemeProvider } from '@zendeskgarden/react-theming'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { BarChart, ceiling } from '../../../../src/simulator/host/ui/bar-chart'

const bars = [1, 0, 5].map((value, index) => ({
  label: `hour ${index}`,
  short: `${index} h`,
  value,
  part: index,
}))
const draw = () =>
  render(
    <ThemeProvider>
      <BarChart
        title="Runs over time"
        bars={bars}
        names={{ value: 'Succeeded', part: 'Failed' }}
        describe={({ label, value, part }) => `${label}, ${value} runs, ${part} failed`}
      />
    </ThemeProvider>,
  )
const chosen = () => screen.queryByRole('option', { selected: true })

describe('a chart of bars', () => {
  it('says each value, and walks them with the keyboard', async () => {
    const user = userEvent.setup()
    draw()
    const chart = screen.getByRole('listbox', { name: 'Runs over time' })
    await user.tab()
    expect(chart).toHaveFocus()
    expect(chosen()).toBeNull()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(chosen()).toHaveAccessibleName('hour 1, 0 runs, 1 failed')
    expect(chart).toHaveAttribute('aria-activedescendant', chosen()!.id)
    expect(screen.getByText('hour 1, 0 runs, 1 failed')).toBeInTheDocument()
    await user.keyboard('{End}{ArrowRight}')
    expect(chosen()).toHaveAccessibleName('hour 2, 5 runs, 2 failed')
    await user.keyboard('{Home}{ArrowLeft}')
    expect(chosen()).toHaveAccessibleName('hour 0, 1 runs, 0 failed')
    await user.tab()
    expect(chosen()).toBeNull()
  })

  it('has nothing that axe finds wrong', async () => {
    const { container } = draw()
    expect(await axe(container)).toHaveNoViolations()
  })
})

it.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [9, 10],
  [11, 20],
  [120, 200],
  [300, 400],
  [999, 1000],
])('ends the axis for %i at %i', (value, end) => {
  expect(ceiling(value)).toBe(end)
})
