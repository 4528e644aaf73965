package org.zhaoshang.projects.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.hibernate.StatelessSession;
import org.zhaoshang.calls.CallUnits;
import org.zhaoshang.calls.Calls;
import org.zhaoshang.projects.ProjectFindings;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.projects.ProjectJournal;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.UploadedAppraisals;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** What an import of projects works with. */
@Singleton
record ProjectImportParts(
        Projects projects,
        ProjectForm form,
        ProjectFindings findings,
        ProjectJournal journal,
        UploadedAppraisals appraisals,
        Units units,
        Calls calls,
        CallUnits callUnits,
        EntityManager database,
        StatelessSession session,
        ObjectMapper json,
        CityClock clock) {}
