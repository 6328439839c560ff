// FloorPlan
