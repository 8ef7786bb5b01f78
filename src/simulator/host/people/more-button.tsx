import { Button } from '@zendeskgarden/react-buttons'
import { Row } from '../ui/blocks'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage(): unknown
}

/** The way to the next page of a list, where there is one. */
export const MoreButton = ({ pages }: { pages: Pages }) =>
  pages.hasNextPage ? (
    <Row>
      <Button
        aria-disabled={pages.isFetchingNextPage}
        onClick={() => !pages.isFetchingNextPage && pages.fetchNextPage()}
      >
        Show more
      </Button>
    </Row>
  ) : null
