import { createMemoryStore } from '../../../src/simulator/store/memory'
import { describeStore } from '../../conformance/store'

describeStore('store in memory', () => Promise.resolve(createMemoryStore()))
