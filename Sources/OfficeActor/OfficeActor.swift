// OfficeActor
