import type { PartnerFile, PartnerFiles } from '../../src/simulator'

/** Partner files of a spec, which can write them anew while the simulator runs. */
export function partnerFilesOf(files: Record<string, object | string>) {
  let changed = () => {}
  const all = new Map(Object.entries(files))
  const partnerFiles: PartnerFiles = {
    read: () =>
      Promise.resolve(
        [...all].map(([path, content]): PartnerFile => ({
          path,
          text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
        })),
      ),
    watch(call) {
      changed = call
      return () => {}
    },
  }
  return {
    partnerFiles,
    /** Writes a file; undefined deletes it. */
    write(path: string, content: object | string | undefined) {
      if (content === undefined) all.delete(path)
      else all.set(path, content)
      changed()
    },
  }
}
