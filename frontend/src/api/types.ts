import type { components, paths } from './schema'

// Short names for what the contract defines; nothing here says what a record holds.
type Schemas = components['schemas']

export type Problem = Schemas['Problem']
export type Finding = Schemas['Finding']
export type WhyNot = Schemas['WhyNot']
export type Role = Schemas['Role']
export type User = Schemas['User']
export type Session = Schemas['Session']
export type Account = Schemas['Account']
export type ApiClient = Schemas['ApiClient']
export type HistoryEntry = Schemas['HistoryEntry']
export type Change = Schemas['Change']
export type Unit = Schemas['Unit']
export type Industry = Schemas['Industry']
export type Roster = Schemas['Roster']
export type ProjectField = Schemas['ProjectField']
export type Principle = Schemas['Principle']
export type Call = Schemas['Call']
export type CallProgress = Schemas['CallProgress']
export type Extension = Schemas['Extension']
export type Project = Schemas['Project']
export type ProjectInput = Partial<Schemas['ProjectFields']>
export type ProjectRow = Schemas['ProjectRow']
export type ProjectState = Schemas['ProjectState']
export type ProjectTotals = Schemas['ProjectTotals']
export type ChangesSince = Schemas['ChangesSince']
export type Duplicate = Schemas['Duplicate']
export type Conclusion = Schemas['Conclusion']
export type Appraisal = Schemas['Appraisal']
export type AppraisalInput = Schemas['AppraisalInput']
export type Attachment = Schemas['Attachment']
export type Duties = Schemas['Duties']
export type PublicProject = Schemas['PublicProject']
export type ProjectQuery = NonNullable<paths['/api/v1/projects']['get']['parameters']['query']>
export type PublicProjectQuery = NonNullable<paths['/api/v1/public/projects']['get']['parameters']['query']>
