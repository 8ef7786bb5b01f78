import { useState } from 'react'

/** The time at which a part of a page was first drawn, in ms: the same through all its redraws. */
export const useNow = (): number => useState(Date.now)[0]
