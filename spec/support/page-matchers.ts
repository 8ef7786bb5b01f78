import '@testing-library/jest-dom'
import { configure } from '@testing-library/dom'
import { toHaveNoViolations } from 'jest-axe'

expect.extend(toHaveNoViolations)

// Pages talk to a whole simulator in the same process and load parts of themselves on the way: on a busy
// machine with nothing cached that takes its time.
configure({ asyncUtilTimeout: 12_000 })
