/** A file of an integration's folder, or why it cannot be read. */
export type IntegrationFile = {
  /** As the user knows it, e.g. `integrations/orders/bundle.json`. */
  path: string
} & ({ text: string } | { problem: string; way_out: string; place?: { line: number; column: number } })

/** The folder of an integration, as it stands. */
export interface IntegrationFolder {
  /** As the user knows it. */
  path: string
  /** Its own name, and the integration's in the app's catalogue. */
  name: string
  /** Whether it is brought into the account without being set up there. */
  isDeployed: boolean
  bundle?: IntegrationFile
  definition?: IntegrationFile
  /** Files of `translations/`. */
  translations: IntegrationFile[]
}

/** Where integrations of the user's own come from: folders on disk, or a spec's own. */
export interface IntegrationFiles {
  read(): Promise<IntegrationFolder[]>
  /** Calls whenever a file may have changed; the answer ends that. */
  watch?(changed: () => void): () => void
}
