import '@testing-library/jest-dom'
import { configure } from '@testing-library/dom'
import { toHaveNoViolations } from 'jest-axe'

expect.extend(toHaveNoViolations)

// Pages talk to a whole simulator in the same process; an answer takes as long as it takes.
configure({ asyncUtilTimeout: 5_000 })
