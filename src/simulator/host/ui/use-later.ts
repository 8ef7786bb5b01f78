import { useEffect, useState } from 'react'

/** A value once it has stayed the same for so many ms: what is typed is not looked for with every key. */
export function useLater<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
