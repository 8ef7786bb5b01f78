import { secretsIn, dropSecrets } from '../../state/secrets'

/** Settings of one scope in a file. */
export interface SettingsFile {
  scope: string
  config: Record<string, unknown>
}

/** What a file is to hold: no value that looks like a secret. */
export const toFile = (scope: string, config: Record<string, unknown>): SettingsFile => ({
  scope,
  config: dropSecrets(config) as Record<string, unknown>,
})

export type Imported =
  | { config: Record<string, unknown> }
  | { mistake: 'not_settings' | 'other_scope' }
  /** The paths of the values that look like secrets. */
  | { mistake: 'secret'; paths: string[] }

/** Reads the text of a file that was exported, from this account or another. Nothing of it is saved yet. */
export function readFile(text: string, scope: string): Imported {
  const whole = parse(text) as (Partial<SettingsFile> & { configs?: unknown }) | null | undefined
  // A file of all settings is what an uninstall offers.
  const file = Array.isArray(whole?.configs)
    ? (whole.configs as Array<Partial<SettingsFile> | null>).find((one) => one?.scope === scope)
    : whole
  const config = file?.config
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    return { mistake: 'not_settings' }
  if (file?.scope !== scope) return { mistake: 'other_scope' }
  const paths = secretsIn(config)
  return paths.length > 0 ? { mistake: 'secret', paths } : { config }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
