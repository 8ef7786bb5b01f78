import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import type { PartnerState } from '../../services/control/wire'
import { Items } from '../integrations/items'
import { Row, Stack, Subtle } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useEmptyPartner } from './use-partner'

/** The records that a partner keeps. */
export function Collections({
  host,
  collections,
}: {
  host: string
  collections: NonNullable<PartnerState['collections']>
}) {
  const empty = useEmptyPartner(host)
  if (collections.length === 0) return null
  return (
    <Stack>
      <Row>
        <LG tag="h2" isBold>
          Records
        </LG>
        <Button size="small" onClick={() => empty.mutate()} aria-disabled={empty.isPending}>
          Reset records
        </Button>
      </Row>
      {empty.error && <Failed what="The records were not reset" problem={empty.error} />}
      {collections.map(({ name, rows }) => (
        <Stack key={name} $gap="xs">
          <h3>
            {name} <Subtle>{rows.length}</Subtle>
          </h3>
          <Items
            items={rows.map((row, index) => ({
              key: String(index),
              title: `Record ${index + 1} of ${name}`,
              value: row,
            }))}
            empty="No records"
          />
        </Stack>
      ))}
    </Stack>
  )
}
