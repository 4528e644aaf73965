import { type FieldName, RecordDraft } from '@/ui/record-draft'
import { about, type Kind, type Listing } from './kinds'
import { checkListing, createListing, type ListingInput, updateListing } from './queries'

/** Premises or a parcel being filled in. */
export class ListingDraft extends RecordDraft<Listing, ListingInput> {
  constructor(kind: Kind, user: string, names: readonly FieldName<ListingInput>[], listing?: Listing) {
    super(
      {
        form: kind,
        naming: about[kind].naming,
        create: (body, key) => createListing(kind, body, key),
        update: (id, version, body) => updateListing(kind, id, version, body),
        check: (body, signal) => checkListing(kind, body, signal),
      },
      user,
      names,
      listing,
    )
  }
}
