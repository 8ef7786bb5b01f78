import type { WaitState } from '../../../zis/flow/types'
import { PathNotFound } from '../../../zis/flow/templates'
import { readerOfPath } from '../compile-path'
import { actionFailed } from '../errors'
import { passOn, type StateType } from '../state-type'

/**
 * Wait holds the run on the simulator's clock, then hands its data on unchanged. Zero or less, which
 * only SecondsPath can give, moves on at once (zis-flows 7.7).
 */
export const wait: StateType<WaitState> = {
  compile({ Seconds, SecondsPath = '$' }) {
    const read = Seconds === undefined ? readerOfPath(SecondsPath) : () => Seconds
    return (data, running) => {
      const seconds = read(data)
      if (seconds === undefined) throw new PathNotFound(SecondsPath)
      if (typeof seconds !== 'number') {
        throw actionFailed(`${SecondsPath} is not a number of seconds: ${JSON.stringify(seconds)}`)
      }
      if (seconds <= 0) return passOn
      return running.ports.clock.sleep(seconds * 1000, running.signal).then(() => passOn)
    }
  },
}
