/** What a page says that cannot be shown, or not yet. */
export default {
  error: {
    title: 'Something went wrong here',
    lead: 'What you saved before is safe. Try again; if it happens again, tell your administrator the reference.',
    reference: 'Reference',
    retry: 'Try again',
    home: 'To the start page',
  },
  notFound: {
    title: 'There is nothing at this address',
    lead: 'The link may be old, or the record belongs to another dealership.',
  },
  forbidden: {
    title: 'This page is not part of your role',
    lead: 'Ask your service manager if you need it.',
  },
  loadingPage: 'The page is loading',
}
