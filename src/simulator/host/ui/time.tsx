import { useEffect, useState } from 'react'
import { useClock } from '../queries'
import { moment, until, when } from '../when'

/** The simulator's time (ms since 1970), looked at every `everyMs`. */
export function useSimulatorTime(everyMs = 10_000): number {
  const [real, setReal] = useState(() => Date.now())
  const { data: clock } = useClock()
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  if (clock === undefined) return real
  return clock.mode === 'frozen' ? Date.parse(clock.now) : real + clock.offset_seconds * 1000
}

/** A time in words, with the exact one behind it. */
export function When({ at }: { at: string }) {
  const now = useSimulatorTime()
  return (
    <time dateTime={at} title={moment(Date.parse(at))}>
      {when(at, now)}
    </time>
  )
}

/** How long until a time that is to come, counted down. */
export function Until({ at }: { at: string }) {
  const now = useSimulatorTime(1000)
  return (
    <time dateTime={at} title={moment(Date.parse(at))}>
      {until(at, now)}
    </time>
  )
}
