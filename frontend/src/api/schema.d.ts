// Stands in for the file that `npm run api` generates from openapi.yaml.
type S = components['schemas']
type Op<Answer, Body = never, Query = Record<never, never>, Path = Record<never, never>> = {
  parameters: keyof Path extends never
    ? { query?: Query; header?: Record<string, string>; path?: never; cookie?: never }
    : { query?: Query; header?: Record<string, string>; path: Path; cookie?: never }
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } }
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Answer } }
    default: { headers: Record<string, unknown>; content: { 'application/problem+json': S['Problem'] } }
  }
}
type Id = { id: string }
type Listing = { q?: string; limit?: number; cursor?: string; sort?: string; count?: boolean }
type Page<T> = { items: T[]; nextCursor?: string | null; total?: number | null }
type Verb = { reason?: string; fields?: { pointer: string; reason: string }[] }
export type ProjectQuery = Listing & {
  state?: string
  unitCode?: string
  callYear?: number
  industryCode?: string
  groupCode?: string
  locationCode?: string
  minInvestmentYuan?: number
  maxInvestmentYuan?: number
  late?: boolean
  publiclyListed?: boolean
  hasBlocking?: boolean
  appraised?: boolean
  inGuide?: boolean
  updatedFrom?: string
  updatedTo?: string
  asOf?: string
}

export interface paths {
  '/api/v1/auth/login': { post: Op<S['Session'], { username: string; password: string }> }
  '/api/v1/auth/refresh': { post: Op<S['Session']> }
  '/api/v1/auth/logout': { post: Op<undefined> }
  '/api/v1/auth/me': { get: Op<S['User']> }
  '/api/v1/auth/password': { put: Op<undefined, { currentPassword: string; newPassword: string }> }
  '/api/v1/users': {
    get: Op<Page<S['Account']>, never, Listing & { unitCode?: string; role?: string }>
    post: Op<S['Account'], S['AccountInput']>
  }
  '/api/v1/users/{id}': {
    get: Op<S['Account'], never, Record<never, never>, Id>
    patch: Op<S['Account'], Partial<S['AccountInput']> & { disabled?: boolean }, Record<never, never>, Id>
  }
  '/api/v1/users/{id}/password': { post: Op<undefined, { newPassword: string }, Record<never, never>, Id> }
  '/api/v1/users/{id}/unlock': { post: Op<undefined, never, Record<never, never>, Id> }
  '/api/v1/api-clients': {
    get: Op<Page<S['ApiClient']>, never, Listing>
    post: Op<S['ApiClient'] & { clientSecret: string }, S['ApiClientInput']>
  }
  '/api/v1/api-clients/{id}': {
    get: Op<S['ApiClient'], never, Record<never, never>, Id>
    patch: Op<S['ApiClient'], Partial<S['ApiClientInput']> & { disabled?: boolean }, Record<never, never>, Id>
  }
  '/api/v1/api-clients/{id}/secret': {
    post: Op<{ clientId: string; clientSecret: string }, never, Record<never, never>, Id>
  }
  '/api/v1/audit-log': {
    get: Op<
      Page<S['HistoryEntry']>,
      never,
      Listing & {
        from?: string
        to?: string
        actor?: string
        subjectKind?: string
        subjectId?: string
        action?: string
        unitCode?: string
      }
    >
  }
  '/api/v1/units': { get: Op<{ items: S['Unit'][] }> }
  '/api/v1/units/{code}': {
    patch: Op<S['Unit'], { leadSubmitsOnly: boolean }, Record<never, never>, { code: string }>
  }
  '/api/v1/parks': { get: Op<{ items: S['Park'][] }> }
  '/api/v1/gb-industries': { get: Op<{ items: { code: string; name: string; section: string; sectionName: string }[] }> }
  '/api/v1/industries': { get: Op<{ items: S['Industry'][] }> }
  '/api/v1/units/{code}/roster': {
    get: Op<S['Roster'], never, Record<never, never>, { code: string }>
    put: Op<S['Roster'], Partial<S['Roster']>, Record<never, never>, { code: string }>
  }
  '/api/v1/rules': { get: Op<{ items: S['Rule'][] }> }
  '/api/v1/project-fields': { get: Op<{ items: S['ProjectField'][] }> }
  '/api/v1/principles': { get: Op<{ items: S['Principle'][] }> }
  '/api/v1/calls': { get: Op<{ items: S['Call'][] }>; post: Op<S['Call'], Partial<S['Call']>> }
  '/api/v1/calls/{year}': {
    get: Op<S['Call'], never, Record<never, never>, { year: number }>
    patch: Op<S['Call'], Partial<S['Call']>, Record<never, never>, { year: number }>
  }
  '/api/v1/calls/{year}/progress': { get: Op<S['CallProgress'], never, Record<never, never>, { year: number }> }
  '/api/v1/calls/{year}/extensions': {
    get: Op<{ items: S['Extension'][] }, never, Record<never, never>, { year: number }>
    post: Op<
      S['Extension'],
      { unitCode: string; until: string; grantedBy: string; reason: string },
      Record<never, never>,
      { year: number }
    >
  }
  '/api/v1/projects': {
    get: Op<Page<S['ProjectRow']> & { totals?: S['ProjectTotals'] | null }, never, ProjectQuery>
    post: Op<S['Project'], Partial<S['ProjectFields']>>
  }
  '/api/v1/projects/check': { post: Op<{ findings: S['Finding'][] }, Partial<S['ProjectFields']> & { id?: string }> }
  '/api/v1/projects/{id}': {
    get: Op<S['Project'], never, Record<never, never>, Id>
    patch: Op<S['Project'], Partial<S['ProjectFields']>, Record<never, never>, Id>
    delete: Op<undefined, never, Record<never, never>, Id>
  }
  '/api/v1/projects/{id}/submit': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/recall': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/return': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/accept': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/publish': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/unpublish': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/negotiate': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/sign': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/withdraw': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/archive': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/reopen': { post: Op<S['Project'], Verb, Record<never, never>, Id> }
  '/api/v1/projects/{id}/begin-review': { post: Op<S['Project'], never, Record<never, never>, Id> }
  '/api/v1/projects/{id}/changes': { get: Op<S['ChangesSince'], never, Record<never, never>, Id> }
  '/api/v1/projects/{id}/history': {
    get: Op<Page<S['HistoryEntry']>, never, { limit?: number; cursor?: string }, Id>
  }
  '/api/v1/projects/{id}/duplicates': { get: Op<{ items: S['Duplicate'][] }, never, Record<never, never>, Id> }
  '/api/v1/projects/{id}/duplicates/{otherId}/verdict': {
    post: Op<
      S['Duplicate'],
      { verdict: 'SAME' | 'NEW' | 'MERGE'; reason: string },
      Record<never, never>,
      { id: string; otherId: string }
    >
  }
  '/api/v1/projects/{id}/appraisals': {
    get: Op<{ items: S['Appraisal'][] }, never, Record<never, never>, Id>
    post: Op<S['Appraisal'], S['AppraisalInput'], Record<never, never>, Id>
  }
  '/api/v1/appraisals': { post: Op<S['Appraisal'], S['AppraisalInput'] & { projectIds: string[] }> }
  '/api/v1/projects/{id}/invitations': {
    get: Op<{ items: S['Invitation'][] }, never, Record<never, never>, Id>
    post: Op<S['Invitation'], { username: string }, Record<never, never>, Id>
  }
  '/api/v1/projects/{id}/attachments': { get: Op<{ items: S['Attachment'][] }, never, Record<never, never>, Id> }
  '/api/v1/projects/{id}/attachments/{attachmentId}': {
    get: Op<unknown, never, Record<never, never>, { id: string; attachmentId: string }>
    delete: Op<undefined, never, Record<never, never>, { id: string; attachmentId: string }>
  }
  '/api/v1/dashboard/duties': { get: Op<S['Duties']> }
  '/api/v1/public/projects': {
    get: Op<
      Page<S['PublicProject']>,
      never,
      Listing & {
        unitCode?: string
        industryCode?: string
        groupCode?: string
        minInvestmentYuan?: number
        maxInvestmentYuan?: number
        callYear?: number
      }
    >
  }
  '/api/v1/public/projects/{id}': { get: Op<S['PublicProject'], never, Record<never, never>, Id> }
  '/api/v1/public/units': { get: Op<{ items: S['Unit'][] }> }
  '/api/v1/public/industries': { get: Op<{ items: S['Industry'][] }> }
}

export interface components {
  schemas: {
    Finding: {
      rule: string
      pointer: string
      severity: 'BLOCK' | 'EXPLAIN' | 'INFO'
      message: string
      clause?: string | null
      params?: Record<string, unknown> | null
    }
    WhyNot: { action: string; rule: string; message: string }
    Problem: {
      type?: string
      title: string
      status: number
      detail?: string | null
      instance?: string | null
      errors?: S['Finding'][] | null
      current?: unknown
      retryAfterSeconds?: number | null
    }
    Role: 'REPORTER' | 'UNIT_LEAD' | 'BUREAU' | 'LEADER' | 'EXPERT' | 'ADMIN' | 'AUDITOR'
    User: {
      id: string
      username: string
      displayName: string
      roles: S['Role'][]
      unitCode?: string | null
      unitName?: string | null
      permissions: string[]
      mustChangePassword: boolean
    }
    Session: { accessToken: string; expiresIn: number; user: S['User'] }
    Account: {
      id: string
      version: number
      username: string
      displayName: string
      roles: S['Role'][]
      unitCode?: string | null
      disabled: boolean
      lockedUntil?: string | null
      lastSignInAt?: string | null
      mustChangePassword: boolean
      createdAt: string
      allowedActions: string[]
      whyNot: S['WhyNot'][]
    }
    AccountInput: {
      username: string
      displayName: string
      roles: S['Role'][]
      unitCode?: string | null
      password?: string
    }
    ApiClient: {
      id: string
      version: number
      clientId: string
      name: string
      unitCode: string
      scopes: string[]
      allowedNetworks: string[]
      expiresOn?: string | null
      disabled: boolean
      lastUsedAt?: string | null
      createdAt: string
      allowedActions: string[]
      whyNot: S['WhyNot'][]
    }
    ApiClientInput: {
      name: string
      unitCode: string
      scopes: string[]
      allowedNetworks?: string[]
      expiresOn?: string | null
    }
    HistoryEntry: {
      id: string
      at: string
      actor: { kind: 'PERSON' | 'CLIENT' | 'SYSTEM'; name: string; displayName?: string | null }
      action: string
      reason?: string | null
      subjectKind: string
      subjectId: string
      unitCode?: string | null
      version?: number | null
      requestId?: string | null
      changes: S['Change'][]
    }
    Change: { pointer: string; label: string; from?: unknown; to?: unknown }
    Unit: {
      code: string
      name: string
      shortName: string
      kind: 'CITY' | 'DISTRICT' | 'BANNER' | 'PARK'
      parentCode?: string | null
      reports: boolean
      reportingBody?: string | null
      leadSubmitsOnly: boolean
      version: number
      allowedActions: string[]
    }
    Park: { name: string; unitCode?: string | null; level?: string | null; leadingIndustries?: string | null }
    Industry: { code: string; name: string; groupCode: string; groupName: string }
    Roster: {
      unitCode: string
      principalLeader?: string | null
      leaderInCharge?: string | null
      reporter?: string | null
      officePhone?: string | null
      officeAddress?: string | null
      version: number
      allowedActions: string[]
      whyNot: S['WhyNot'][]
    }
    Rule: { id: string; area: string; severity: string; message: string; clause?: string | null }
    ProjectField: {
      name: string
      type:
        | 'TEXT'
        | 'LONG_TEXT'
        | 'MONEY'
        | 'DECIMAL'
        | 'INTEGER'
        | 'BOOLEAN'
        | 'COORDINATE'
        | 'DATE'
        | 'CODE'
        | 'CODES'
        | 'ENUM'
        | 'ENUMS'
        | 'OBJECTS'
      label: string
      labelZh: string
      unit?: string | null
      maxLength?: number | null
      necessity: 'REQUIRED' | 'RECOMMENDED' | 'OPTIONAL' | 'SYSTEM'
      section: string
      options?: { value: string; label: string }[] | null
      codes?: string | null
      help?: string | null
    }
    Principle: { code: string; group: string; groupName: string; name: string; question: string; barring: boolean }
    Call: {
      year: number
      version: number
      name: string
      planningFrom: string
      planningTo: string
      deadline: string
      minimumInvestmentYuan: number
      lateSubmissions: 'MARK' | 'REFUSE'
      industryCodes: string[]
      principleCodes: string[]
      quotas: { unitCode: string; quota: number }[]
      state: 'UPCOMING' | 'OPEN' | 'CLOSED'
      daysLeft: number
      allowedActions: string[]
      whyNot: S['WhyNot'][]
    }
    CallProgress: {
      year: number
      deadline: string
      daysLeft: number
      quota: number
      accepted: number
      submitted: number
      returned: number
      drafts: number
      units: {
        unitCode: string
        unitName: string
        quota: number
        accepted: number
        submitted: number
        returned: number
        drafts: number
        late: number
        deadline: string
        extended: boolean
        daysLeft: number
        quotaReached: boolean
      }[]
    }
    Extension: {
      id: string
      unitCode: string
      unitName: string
      until: string
      grantedBy: string
      reason: string
      recordedAt: string
      recordedBy: string
    }
    PrincipleCheck: { check: string; answer: 'PASS' | 'FAIL' | 'NOT_APPLICABLE'; note?: string | null }
    Justification: { rule: string; text: string }
    ProjectFields: {
      externalId?: string | null
      callYear?: number | null
      name: string
      unitCode?: string | null
      locationCode?: string | null
      parkName?: string | null
      address?: string | null
      industryCode?: string | null
      industryTags?: string[] | null
      gbIndustryCode?: string | null
      summary?: string | null
      content?: string | null
      totalInvestmentYuan?: number | null
      fixedInvestmentYuan?: number | null
      fundsSoughtYuan?: number | null
      landAreaMu?: number | null
      waterDemandTonPerYear?: number | null
      powerDemandKwhPerYear?: number | null
      energyTonCePerYear?: number | null
      environmentalCapacity?: string | null
      annualOutputYuan?: number | null
      annualTaxYuan?: number | null
      jobs?: number | null
      cooperationModes?: string[] | null
      investor?: string | null
      investorCreditCode?: string | null
      preparation?: string | null
      contactOffice?: string | null
      contactPhone?: string | null
      contactPerson?: string | null
      principleChecks?: S['PrincipleCheck'][] | null
      inGuide?: boolean | null
      projectCode?: string | null
      longitude?: number | null
      latitude?: number | null
      justifications?: S['Justification'][] | null
    }
    ProjectState:
      | 'DRAFT'
      | 'SUBMITTED'
      | 'RETURNED'
      | 'ACCEPTED'
      | 'PUBLISHED'
      | 'NEGOTIATING'
      | 'SIGNED'
      | 'WITHDRAWN'
      | 'ARCHIVED'
    Project: S['ProjectFields'] & {
      id: string
      code: string
      version: number
      state: S['ProjectState']
      unitCode: string
      unitName: string
      callYear: number
      industryName?: string | null
      locationName?: string | null
      investmentIntensityWanPerMu?: number | null
      publiclyListed: boolean
      late: boolean
      findings: S['Finding'][]
      returned?: { reason: string; fields: { pointer: string; reason: string }[]; at: string; by: string } | null
      editablePointers?: string[] | null
      openDuplicates?: number | null
      review?: { startedAt: string; by: string } | null
      submittedAt?: string | null
      acceptedAt?: string | null
      publishedAt?: string | null
      createdAt: string
      createdBy: string
      updatedAt: string
      updatedBy: string
      exitReason?: string | null
      example: boolean
      appraisal?: { id: string; heldOn: string; body: string; conclusion: S['Conclusion'] } | null
      attachmentsCount: number
      allowedActions: string[]
      whyNot: S['WhyNot'][]
    }
    ProjectRow: {
      id: string
      code: string
      version: number
      state: S['ProjectState']
      name: string
      unitCode: string
      unitName: string
      callYear: number
      industryCode?: string | null
      industryName?: string | null
      locationCode?: string | null
      totalInvestmentYuan?: number | null
      fixedInvestmentYuan?: number | null
      landAreaMu?: number | null
      investor?: string | null
      late: boolean
      publiclyListed: boolean
      blocking: number
      explaining: number
      appraised: boolean
      submittedAt?: string | null
      updatedAt: string
      updatedBy: string
      example: boolean
      allowedActions: string[]
    }
    ProjectTotals: {
      count: number
      totalInvestmentYuan: number
      fixedInvestmentYuan: number
      landAreaMu: number
    }
    ChangesSince: { since?: string | null; submission: number; changes: S['Change'][] }
    Duplicate: {
      otherId: string
      code: string
      name: string
      unitCode: string
      unitName: string
      state: S['ProjectState']
      investor?: string | null
      totalInvestmentYuan?: number | null
      level: 1 | 2 | 3 | 4
      because: string
      similarity?: number | null
      verdict?: { verdict: 'SAME' | 'NEW' | 'MERGE'; reason: string; by: string; at: string } | null
      open: boolean
    }
    Conclusion: 'FAVOURABLE' | 'CONDITIONAL' | 'UNFAVOURABLE'
    AppraisalInput: {
      heldOn: string
      body: string
      members?: string[]
      conclusion: S['Conclusion']
      opinions?: { check: string; opinion: string }[]
      note?: string | null
    }
    Appraisal: {
      id: string
      heldOn: string
      body: string
      members: string[]
      conclusion: S['Conclusion']
      opinions: { check: string; opinion: string }[]
      note?: string | null
      projectIds: string[]
      createdAt: string
      createdBy: string
    }
    Invitation: { username: string; displayName: string; invitedAt: string }
    Attachment: {
      id: string
      name: string
      mediaType: string
      size: number
      purpose: 'APPRAISAL' | 'PREPARATION' | 'PICTURE' | 'OTHER'
      sha256: string
      createdAt: string
      createdBy: string
    }
    Duties: {
      items: {
        kind: string
        count: number
        title: string
        detail?: string | null
        dueOn?: string | null
        daysLeft?: number | null
        href: string
        page: string
        urgency: 'OVERDUE' | 'SOON' | 'NORMAL' | 'DONE'
      }[]
      figures: { key: string; label: string; value: number; unit?: string | null; href: string; page: string }[]
    }
    PublicProject: {
      id: string
      code: string
      name: string
      callYear: number
      unitCode: string
      unitName: string
      locationCode?: string | null
      locationName?: string | null
      parkName?: string | null
      address?: string | null
      industryCode: string
      industryName: string
      groupCode: string
      groupName: string
      industryTags: string[]
      summary?: string | null
      content: string
      totalInvestmentYuan: number
      fixedInvestmentYuan?: number | null
      fundsSoughtYuan?: number | null
      landAreaMu?: number | null
      investmentIntensityWanPerMu?: number | null
      waterDemandTonPerYear?: number | null
      powerDemandKwhPerYear?: number | null
      energyTonCePerYear?: number | null
      annualOutputYuan?: number | null
      annualTaxYuan?: number | null
      jobs?: number | null
      cooperationModes: string[]
      preparation?: string | null
      contactOffice: string
      contactPhone: string
      longitude?: number | null
      latitude?: number | null
      publishedAt: string
      updatedAt: string
      example: boolean
    }
  }
}
