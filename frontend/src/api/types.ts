import type { components, paths } from './schema'

export type { paths }

// Short names for what the contract defines; nothing here says what a record holds.
type Schemas = components['schemas']

export type Problem = Schemas['Problem']
export type Finding = Schemas['Finding']
export type Role = Schemas['Role']
export type User = Schemas['User']
export type Session = Schemas['SignedIn']
export type Account = Schemas['Account']
export type AccountInput = Schemas['AccountInput']
export type ApiClient = Schemas['ApiClient']
export type ApiClientInput = Schemas['ApiClientInput']
export type HistoryEntry = Schemas['HistoryEntry']
export type ProjectHistoryEntry = Schemas['ProjectHistoryEntry']
export type Change = Schemas['FieldChange']
export type Unit = Schemas['Unit']
export type Roster = Schemas['Roster']
export type ProjectField = Schemas['ProjectField']
export type Call = Schemas['Call']
export type CallInput = Schemas['CallInput']
export type CallPatch = Schemas['CallInputPatch']
export type CallProgress = Schemas['CallProgress']
export type ExtensionInput = Schemas['ExtensionInput']
export type Project = Schemas['Project']
export type NewProject = Schemas['ProjectFields']
/** What changes; null clears a field. */
export type ProjectInput = Schemas['ProjectFieldsPatch']
export type ProjectRow = Schemas['ProjectRow']
export type ProjectState = Schemas['ProjectState']
export type Duplicate = Schemas['Duplicate']
export type Conclusion = Schemas['AppraisalConclusion']
export type Appraisal = Schemas['AppraisalSummary']
export type AppraisalInput = Schemas['AppraisalFields']
export type PrincipleCheck = Schemas['PrincipleCheck']
export type Attachment = Schemas['Attachment']
export type Duties = Schemas['Duties']
export type Import = Schemas['Import']
export type ImportProgress = Schemas['ImportProgress']
export type ImportRow = Schemas['ImportRow']
export type ImportTally = Schemas['ImportRows']
export type PublicProject = Schemas['PublicProject']
export type PublicPremises = Schemas['PublicPremises']
export type PublicLandParcel = Schemas['PublicLandParcel']
export type ProjectQuery = NonNullable<paths['/api/v1/projects']['get']['parameters']['query']>
export type PublicProjectQuery = NonNullable<paths['/api/v1/public/projects']['get']['parameters']['query']>
export type ListingFile = Schemas['ListingFile']
export type ListingState = Schemas['ListingState']
export type Premises = Schemas['Premises']
export type PremisesRow = Schemas['PremisesRow']
export type LandParcel = Schemas['LandParcel']
export type LandParcelRow = Schemas['LandParcelRow']
export type PremisesQuery = NonNullable<paths['/api/v1/premises']['get']['parameters']['query']>
export type LandParcelQuery = NonNullable<paths['/api/v1/land-parcels']['get']['parameters']['query']>
