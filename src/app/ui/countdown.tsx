import { useEffect, useState, type ReactNode } from 'react'

interface Props {
  /** How long it takes, from when it is first drawn. */
  seconds: number
  children: (left: number) => ReactNode
}

/** Counts seconds down to 0. Screen readers hear the first number with what is around it, and no other. */
export function Countdown({ seconds, children }: Props) {
  const [end] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  const isOver = left <= 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 1000)
    return () => clearInterval(timer)
  }, [end, isOver])
  return (
    <span role="timer" aria-live="off">
      {children(left)}
    </span>
  )
}
