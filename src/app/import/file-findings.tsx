import type { FileFindings as Found } from '../../zis/integration/read'
import { FindingRows } from '../findings/finding-rows'
import { useText } from '../platform/words'
import { SmallHeading, Stack, Subtle } from '../ui/blocks'

const order = ['error', 'warning', 'note'] as const
/** More rows of one file help nobody at once. */
const mostRows = 100

/** What the checks say of each file, with line and column; the worst first. */
export function FileFindings({ files }: { files: Found[] }) {
  const t = useText()
  return files.map(({ file, findings }, index) => {
    const sorted = order.flatMap((severity) => findings.filter((one) => one.severity === severity))
    return (
      <Stack $gap="xs" key={index}>
        <SmallHeading>{file === '' ? t('import.files') : file}</SmallHeading>
        {sorted.length === 0 ? (
          <Subtle>{t('import.clean')}</Subtle>
        ) : (
          <FindingRows
            name={t('import.findings', { name: file })}
            findings={sorted.slice(0, mostRows)}
            title={({ severity }, what) =>
              t('import.finding', { severity: t(`common.${severity}`), message: what })
            }
            place={({ line, column, code }) => (
              <>
                {line !== undefined && `${t('import.place', { line, column: column ?? 1 })} `}
                <code dir="ltr">{code}</code>
              </>
            )}
          />
        )}
        {sorted.length > mostRows && <Subtle>{t('import.more', { count: sorted.length - mostRows })}</Subtle>}
      </Stack>
    )
  })
}
