// @ts-check
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that package.json stands in. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export const inRoot = (...parts) => join(root, ...parts)
