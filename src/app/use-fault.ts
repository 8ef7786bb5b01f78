import { useEffect, useState } from 'react'

/**
 * The last fault of ours that no part of a page has caught: in what a click began, or in something nobody waited
 * for. Without a word it would look as if nothing had happened (zis-admin-app 13.5).
 *
 * @returns the fault, if there was one, and what forgets it
 */
export function useFault(): [Error | undefined, () => void] {
  const [fault, setFault] = useState<Error>()
  useEffect(() => {
    // A notice of the browser, such as that of a size observer, brings no error with it.
    const note = (thrown: unknown) => thrown instanceof Error && setFault(thrown)
    const onError = ({ error }: ErrorEvent) => void note(error)
    const onRejection = ({ reason }: PromiseRejectionEvent) => void note(reason)
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [])
  return [fault, () => setFault(undefined)]
}
