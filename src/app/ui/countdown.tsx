import { useEffect, useState, type ReactNode } from 'react'

interface Props {
  /** When it is over, in ms. */
  until: number
  children: (left: number) => ReactNode
}

/** Counts seconds down to 0. Screen readers hear the first number with what is around it, and no other. */
export function Countdown({ until, children }: Props) {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until, isOver])
  return (
    <span role="timer" aria-live="off">
      {children(left)}
    </span>
  )
}
