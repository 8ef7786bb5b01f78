import type { Finding } from '../../zis/findings'
import type { FileFindings as Found } from '../../zis/integration/read'
import { useText } from '../platform/words'
import { SmallHeading, Stack, Subtle } from '../ui/blocks'
import { Row, Rows } from '../ui/rows'

const marks = { error: 'failed', warning: 'warning', note: 'waiting' } as const
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
          <Rows aria-label={t('import.findings', { name: file })}>
            {sorted.slice(0, mostRows).map((finding, row) => (
              <FindingRow key={row} finding={finding} />
            ))}
          </Rows>
        )}
        {sorted.length > mostRows && <Subtle>{t('import.more', { count: sorted.length - mostRows })}</Subtle>}
      </Stack>
    )
  })
}

function FindingRow({ finding: { severity, line, column, message, way_out, code } }: { finding: Finding }) {
  const t = useText()
  return (
    <Row
      state={marks[severity]}
      title={t('import.finding', { severity: t(`import.${severity}`), message: asSentence(message) })}
      says={
        <>
          {asSentence(way_out)}
          <br />
          {line !== undefined && `${t('import.place', { line, column: column ?? 1 })} `}
          <code dir="ltr">{code}</code>
        </>
      }
    />
  )
}

const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
