-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TechnicianGrade" AS ENUM ('junior', 'middle', 'senior');

-- CreateEnum
CREATE TYPE "ShiftKind" AS ENUM ('work', 'overtime', 'leave', 'training');

-- CreateEnum
CREATE TYPE "BayKind" AS ENUM ('general', 'quick', 'alignment', 'body', 'paint', 'wash', 'reception', 'diagnosis');

-- CreateEnum
CREATE TYPE "CustomerKind" AS ENUM ('person', 'company');

-- CreateEnum
CREATE TYPE "CustomerTier" AS ENUM ('new', 'existing', 'vip');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('phone', 'online', 'store', 'api', 'wechat', 'sms');

-- CreateEnum
CREATE TYPE "PartyRole" AS ENUM ('owner', 'sender', 'payer');

-- CreateEnum
CREATE TYPE "ReadingSource" AS ENUM ('visit', 'customer', 'import');

-- CreateEnum
CREATE TYPE "WorkClass" AS ENUM ('maintenance', 'minorRepair', 'generalRepair', 'diagnosis', 'bodyRepair');

-- CreateEnum
CREATE TYPE "Skill" AS ENUM ('general', 'engine', 'electrical', 'chassis', 'body', 'paint', 'newEnergy');

-- CreateEnum
CREATE TYPE "PartOrigin" AS ENUM ('original', 'aftermarket');

-- CreateEnum
CREATE TYPE "StockMoveKind" AS ENUM ('goodsIn', 'issue', 'return', 'adjust');

-- CreateEnum
CREATE TYPE "ReservationStatus" AS ENUM ('requested', 'reserved', 'ordered', 'arrived', 'picked', 'issued', 'released');

-- CreateEnum
CREATE TYPE "AppointmentStatus" AS ENUM ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted', 'noShow', 'cancelled', 'rescheduled');

-- CreateEnum
CREATE TYPE "AppointmentKind" AS ENUM ('active', 'passive');

-- CreateEnum
CREATE TYPE "WaitingMode" AS ENUM ('waits', 'leaves');

-- CreateEnum
CREATE TYPE "ItemAnswer" AS ENUM ('requested', 'proposed', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "ConfirmationStage" AS ENUM ('dayBefore', 'hourBefore');

-- CreateEnum
CREATE TYPE "ConfirmationResult" AS ENUM ('keeps', 'reschedules', 'cancels', 'notReached');

-- CreateEnum
CREATE TYPE "PreparationKind" AS ENUM ('parts', 'people', 'bay', 'specialPlan');

-- CreateEnum
CREATE TYPE "VisitStatus" AS ENUM ('waitingGreeting', 'greeted', 'inspecting', 'recordSigned', 'atDesk', 'ordered', 'closed', 'leftWithoutOrder');

-- CreateEnum
CREATE TYPE "WalkAroundItemKind" AS ENUM ('exterior', 'interior', 'odometer', 'fuel', 'onboardTools', 'audioSystem', 'lights', 'cigaretteLighter', 'addedTrim');

-- CreateEnum
CREATE TYPE "ItemState" AS ENUM ('ok', 'notOk', 'notChecked');

-- CreateEnum
CREATE TYPE "BodyView" AS ENUM ('left', 'right', 'front', 'rear', 'top');

-- CreateEnum
CREATE TYPE "DamageKind" AS ENUM ('scratch', 'dent', 'crack', 'paintLoss', 'rust', 'missing', 'other');

-- CreateEnum
CREATE TYPE "SignerRole" AS ENUM ('customer', 'owner', 'sender', 'adviser', 'technician');

-- CreateEnum
CREATE TYPE "SignatureChannel" AS ENUM ('tablet', 'link', 'phone', 'paper');

-- CreateEnum
CREATE TYPE "RepairOrderType" AS ENUM ('maintenance', 'generalRepair', 'warranty', 'recall', 'accident', 'comeback', 'internal');

-- CreateEnum
CREATE TYPE "RepairOrderStatus" AS ENUM ('draft', 'estimated', 'awaitingSignature', 'queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready', 'settling', 'paid', 'delivered', 'closed', 'stopped', 'cancelled');

-- CreateEnum
CREATE TYPE "JobKind" AS ENUM ('package', 'operation', 'diagnosis', 'repair');

-- CreateEnum
CREATE TYPE "JobStatus" AS ENUM ('proposed', 'declined', 'queued', 'assigned', 'inWork', 'paused', 'done', 'rework', 'qcPassed', 'billed', 'cancelled');

-- CreateEnum
CREATE TYPE "Payer" AS ENUM ('customer', 'warranty', 'insurer', 'goodwill', 'internal');

-- CreateEnum
CREATE TYPE "WarrantyState" AS ENUM ('notApplicable', 'inside', 'outside', 'undecided', 'reported', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('cash', 'card', 'wechat', 'alipay', 'transfer', 'account');

-- CreateEnum
CREATE TYPE "OldParts" AS ENUM ('takeAway', 'leave', 'scrap', 'holdForWarranty');

-- CreateEnum
CREATE TYPE "AdditionalWorkStatus" AS ENUM ('found', 'priced', 'sent', 'approved', 'partApproved', 'declined', 'expired', 'signed');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('planned', 'active', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "PauseReason" AS ENUM ('parts', 'approval', 'oem', 'breakTime', 'other');

-- CreateEnum
CREATE TYPE "FaultClass" AS ENUM ('mechanical', 'electronic', 'software', 'other');

-- CreateEnum
CREATE TYPE "InspectionStatus" AS ENUM ('waiting', 'inCheck', 'passed', 'failed');

-- CreateEnum
CREATE TYPE "InspectionGroup" AS ENUM ('job', 'exterior', 'interior', 'functions', 'performance');

-- CreateEnum
CREATE TYPE "LineResult" AS ENUM ('pass', 'fail');

-- CreateEnum
CREATE TYPE "RoadTestStatus" AS ENUM ('queued', 'onRoad', 'done');

-- CreateEnum
CREATE TYPE "CareKind" AS ENUM ('drink', 'meal', 'care', 'gift', 'facilities');

-- CreateEnum
CREATE TYPE "DelayCause" AS ENUM ('partMissing', 'technical', 'other');

-- CreateEnum
CREATE TYPE "DelayOption" AS ENUM ('loaner', 'subsidy', 'none');

-- CreateEnum
CREATE TYPE "SettlementStatus" AS ENUM ('open', 'paid', 'void');

-- CreateEnum
CREATE TYPE "FollowUpKind" AS ENUM ('ratingInvitation', 'call', 'extra', 'nextService');

-- CreateEnum
CREATE TYPE "FollowUpStatus" AS ENUM ('planned', 'due', 'attempted', 'done', 'unreached', 'skipped', 'complaintOpened', 'overdue');

-- CreateEnum
CREATE TYPE "AttemptResult" AS ENUM ('notReached', 'reached', 'booked', 'refused', 'wrongNumber', 'callLater');

-- CreateEnum
CREATE TYPE "Satisfaction" AS ENUM ('verySatisfied', 'basicallySatisfied', 'disappointed');

-- CreateEnum
CREATE TYPE "ComplaintType" AS ENUM ('attitude', 'quality', 'cost', 'property', 'other');

-- CreateEnum
CREATE TYPE "ComplaintStatus" AS ENUM ('received', 'takenOver', 'analysed', 'proposed', 'agreed', 'refused', 'executing', 'verified', 'reviewed', 'filed', 'closed', 'reopened');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('queued', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('appointment', 'visit');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('customers', 'operations', 'parts', 'staff');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('checked', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dealership" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "brandEn" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressEn" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Dealership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningHours" (
    "dealershipId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opensAt" TEXT NOT NULL,
    "closesAt" TEXT NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("dealershipId","weekday")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "dealershipId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "opensAt" TEXT,
    "closesAt" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("dealershipId","day")
);

-- CreateTable
CREATE TABLE "Setting" (
    "dealershipId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("dealershipId","key")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "loginName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Staff" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID,
    "employeeNo" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "grade" "TechnicianGrade",
    "skills" TEXT[],
    "certifiedUntil" DATE,
    "photoFileId" UUID,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Shift" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "ShiftKind" NOT NULL DEFAULT 'work',
    "day" DATE NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Bay" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "kind" "BayKind" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Bay_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "BayDowntime" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "bayId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "BayDowntime_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "kind" "CustomerKind" NOT NULL DEFAULT 'person',
    "name" TEXT NOT NULL,
    "formOfAddress" TEXT NOT NULL DEFAULT '',
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "phone2" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "wechatOpenId" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "contactPerson" TEXT NOT NULL DEFAULT '',
    "birthday" DATE,
    "tier" "CustomerTier" NOT NULL DEFAULT 'new',
    "tierByHand" BOOLEAN NOT NULL DEFAULT false,
    "labels" TEXT[],
    "complaintSensitive" BOOLEAN NOT NULL DEFAULT false,
    "preferredChannel" "Channel" NOT NULL DEFAULT 'sms',
    "preferredAdviserId" UUID,
    "preferredTechnicianId" UUID,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "source" TEXT NOT NULL DEFAULT '',
    "verifiedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "CustomerNote" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerNote_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Vehicle" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plate" TEXT NOT NULL,
    "plateKind" TEXT NOT NULL DEFAULT 'blue',
    "vin" TEXT,
    "brand" TEXT NOT NULL DEFAULT '',
    "model" TEXT NOT NULL DEFAULT '',
    "bodyKind" TEXT NOT NULL DEFAULT 'saloon',
    "colour" TEXT NOT NULL DEFAULT '',
    "engineNo" TEXT NOT NULL DEFAULT '',
    "fuel" TEXT NOT NULL DEFAULT 'petrol',
    "modelYear" INTEGER,
    "firstRegisteredOn" DATE,
    "purchasedOn" DATE,
    "warrantyEndsOn" DATE,
    "warrantyEndsKm" INTEGER,
    "inspectionDueOn" DATE,
    "insuranceEndsOn" DATE,
    "nextServiceOn" DATE,
    "nextServiceKm" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vehicle_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "VehicleParty" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "role" "PartyRole" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "VehicleParty_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "OdometerReading" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "km" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" "ReadingSource" NOT NULL,
    "visitId" UUID,
    "lowerReason" TEXT,

    CONSTRAINT "OdometerReading_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "LabourOperation" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "workClass" "WorkClass" NOT NULL,
    "skill" "Skill" NOT NULL DEFAULT 'general',
    "minGrade" "TechnicianGrade" NOT NULL DEFAULT 'junior',
    "minutes" INTEGER NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "LabourOperation_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "LabourRate" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "skill" "Skill" NOT NULL,
    "hourFen" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "LabourRate_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Part" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "brand" TEXT NOT NULL DEFAULT '',
    "model" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT 'pc',
    "origin" "PartOrigin" NOT NULL DEFAULT 'original',
    "warrantyMonths" INTEGER NOT NULL DEFAULT 12,
    "warrantyKm" INTEGER NOT NULL DEFAULT 20000,
    "minMilli" INTEGER NOT NULL DEFAULT 0,
    "location" TEXT NOT NULL DEFAULT '',
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Part_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PartPrice" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "priceFen" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "PartPrice_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "ServicePackage" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "descriptionEn" TEXT NOT NULL DEFAULT '',
    "workClass" "WorkClass" NOT NULL DEFAULT 'maintenance',
    "skill" "Skill" NOT NULL DEFAULT 'general',
    "minGrade" "TechnicianGrade" NOT NULL DEFAULT 'junior',
    "minutes" INTEGER NOT NULL,
    "quickLane" BOOLEAN NOT NULL DEFAULT false,
    "sameDay" BOOLEAN NOT NULL DEFAULT true,
    "bayKind" "BayKind" NOT NULL DEFAULT 'general',
    "bookableOnline" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServicePackage_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PackagePrice" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "packageId" UUID NOT NULL,
    "modelPattern" TEXT NOT NULL DEFAULT '',
    "labourFen" INTEGER NOT NULL,
    "partsFen" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "PackagePrice_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PackageItem" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "packageId" UUID NOT NULL,
    "operationId" UUID,
    "partId" UUID,
    "quantityMilli" INTEGER NOT NULL DEFAULT 1000,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PackageItem_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "StockItem" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "onHandMilli" INTEGER NOT NULL DEFAULT 0,
    "reservedMilli" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockItem_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "StockMove" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "kind" "StockMoveKind" NOT NULL,
    "quantityMilli" INTEGER NOT NULL,
    "batchNo" TEXT NOT NULL DEFAULT '',
    "supplier" TEXT NOT NULL DEFAULT '',
    "unitCostFen" INTEGER,
    "jobId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockMove_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PartReservation" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "quantityMilli" INTEGER NOT NULL,
    "status" "ReservationStatus" NOT NULL DEFAULT 'requested',
    "appointmentId" UUID,
    "jobId" UUID,
    "expectedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PartReservation_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "CapacityDay" (
    "dealershipId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "skill" "Skill" NOT NULL,
    "capacityMinutes" INTEGER NOT NULL,
    "bookedMinutes" INTEGER NOT NULL DEFAULT 0,
    "overrideMinutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CapacityDay_pkey" PRIMARY KEY ("dealershipId","day","skill")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "status" "AppointmentStatus" NOT NULL DEFAULT 'requested',
    "kind" "AppointmentKind" NOT NULL DEFAULT 'passive',
    "channel" "Channel" NOT NULL,
    "customerId" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "adviserId" UUID,
    "requestedAdviserId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "receptionEndsAt" TIMESTAMPTZ(3) NOT NULL,
    "promisedAt" TIMESTAMPTZ(3),
    "labourMinutes" INTEGER NOT NULL,
    "skill" "Skill" NOT NULL DEFAULT 'general',
    "quickLane" BOOLEAN NOT NULL DEFAULT false,
    "waiting" "WaitingMode" NOT NULL DEFAULT 'waits',
    "pickUp" BOOLEAN NOT NULL DEFAULT false,
    "pickUpAddress" TEXT NOT NULL DEFAULT '',
    "concern" TEXT NOT NULL DEFAULT '',
    "remarks" TEXT NOT NULL DEFAULT '',
    "difficult" BOOLEAN NOT NULL DEFAULT false,
    "plan" TEXT NOT NULL DEFAULT '',
    "comebackOfId" UUID,
    "labourFen" INTEGER NOT NULL DEFAULT 0,
    "partsFen" INTEGER NOT NULL DEFAULT 0,
    "readBackAt" TIMESTAMPTZ(3),
    "overrideReason" TEXT,
    "reason" TEXT,
    "rescheduledFromId" UUID,
    "odometerKm" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "AppointmentItem" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "packageId" UUID,
    "operationId" UUID,
    "description" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "labourFen" INTEGER NOT NULL DEFAULT 0,
    "partsFen" INTEGER NOT NULL DEFAULT 0,
    "answer" "ItemAnswer" NOT NULL DEFAULT 'requested',

    CONSTRAINT "AppointmentItem_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "AppointmentConfirmation" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "stage" "ConfirmationStage" NOT NULL,
    "result" "ConfirmationResult" NOT NULL,
    "channel" "Channel" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AppointmentConfirmation_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PreparationTask" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "kind" "PreparationKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,

    CONSTRAINT "PreparationTask_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "VerificationCode" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VerificationCode_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "AccessLink" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "customerId" UUID NOT NULL,
    "appointmentId" UUID,
    "visitId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "status" "VisitStatus" NOT NULL DEFAULT 'waitingGreeting',
    "appointmentId" UUID,
    "vehicleId" UUID NOT NULL,
    "senderId" UUID NOT NULL,
    "ownerId" UUID,
    "payerId" UUID,
    "adviserId" UUID,
    "greeterId" UUID,
    "waiting" "WaitingMode" NOT NULL DEFAULT 'waits',
    "reachBy" TEXT NOT NULL DEFAULT '',
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "greetedAt" TIMESTAMPTZ(3),
    "inspectionStartedAt" TIMESTAMPTZ(3),
    "recordSignedAt" TIMESTAMPTZ(3),
    "atDeskAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "leftReason" TEXT,
    "licenceTaken" BOOLEAN NOT NULL DEFAULT false,
    "bookletTaken" BOOLEAN NOT NULL DEFAULT false,
    "keysTaken" BOOLEAN NOT NULL DEFAULT true,
    "parkedAt" TEXT NOT NULL DEFAULT '',
    "keyLocation" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "ReceptionRecord" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "kitPieces" TEXT[],
    "kitFittedAt" TIMESTAMPTZ(3),
    "odometerKm" INTEGER,
    "odometerReason" TEXT,
    "fuelEighths" INTEGER,
    "customerStatement" TEXT NOT NULL DEFAULT '',
    "adviserConfirmation" TEXT NOT NULL DEFAULT '',
    "faultInquiry" JSONB,
    "freeWash" BOOLEAN,
    "valuablesRemindedAt" TIMESTAMPTZ(3),
    "nextServiceTold" BOOLEAN NOT NULL DEFAULT false,
    "inspectorId" UUID,
    "signatureId" UUID,
    "frozenAt" TIMESTAMPTZ(3),
    "contentHash" TEXT,

    CONSTRAINT "ReceptionRecord_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "WalkAroundItem" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" "WalkAroundItemKind" NOT NULL,
    "state" "ItemState" NOT NULL DEFAULT 'notChecked',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "WalkAroundItem_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "DamageMark" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "view" "BodyView" NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "kind" "DamageKind" NOT NULL,
    "severity" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',
    "photoFileId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DamageMark_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Valuable" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Valuable_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentKind" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "documentHash" TEXT NOT NULL,
    "documentVersion" INTEGER NOT NULL DEFAULT 1,
    "signerName" TEXT NOT NULL,
    "signerRole" "SignerRole" NOT NULL,
    "channel" "SignatureChannel" NOT NULL,
    "strokes" JSONB NOT NULL,
    "imageFileId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "storageKey" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID,
    "visitId" UUID,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "RepairOrder" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "type" "RepairOrderType" NOT NULL DEFAULT 'maintenance',
    "status" "RepairOrderStatus" NOT NULL DEFAULT 'draft',
    "visitId" UUID NOT NULL,
    "vehicleId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "adviserId" UUID,
    "comebackOfId" UUID,
    "paymentMethod" "PaymentMethod",
    "oldParts" "OldParts",
    "wash" BOOLEAN,
    "promisedAt" TIMESTAMPTZ(3),
    "promisedTo" TIMESTAMPTZ(3),
    "firstPromisedAt" TIMESTAMPTZ(3),
    "deliveryExplained" BOOLEAN NOT NULL DEFAULT false,
    "customerLocale" TEXT NOT NULL DEFAULT 'zh-CN',
    "signedTotalFen" INTEGER,
    "voucherCode" TEXT,
    "authorisedAt" TIMESTAMPTZ(3),
    "workStartedAt" TIMESTAMPTZ(3),
    "workDoneAt" TIMESTAMPTZ(3),
    "qcPassedAt" TIMESTAMPTZ(3),
    "washStartedAt" TIMESTAMPTZ(3),
    "washedAt" TIMESTAMPTZ(3),
    "readyAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "remarks" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RepairOrder_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "OrderProblem" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "OrderProblem_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Job" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "JobKind" NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL DEFAULT '',
    "status" "JobStatus" NOT NULL DEFAULT 'proposed',
    "packageId" UUID,
    "operationId" UUID,
    "problemId" UUID,
    "additionalWorkId" UUID,
    "approvalId" UUID,
    "payer" "Payer" NOT NULL DEFAULT 'customer',
    "warranty" "WarrantyState" NOT NULL DEFAULT 'notApplicable',
    "workClass" "WorkClass" NOT NULL DEFAULT 'maintenance',
    "skill" "Skill" NOT NULL DEFAULT 'general',
    "minGrade" "TechnicianGrade" NOT NULL DEFAULT 'junior',
    "bayKind" "BayKind" NOT NULL DEFAULT 'general',
    "minutes" INTEGER NOT NULL,
    "labourFen" INTEGER NOT NULL,
    "discountFen" INTEGER NOT NULL DEFAULT 0,
    "priceAfterInspection" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "declineReason" TEXT,
    "requestedTechnicianId" UUID,
    "workDoneNote" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "reworkCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "JobPart" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "partId" UUID,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "brand" TEXT NOT NULL DEFAULT '',
    "quantityMilli" INTEGER NOT NULL,
    "unitPriceFen" INTEGER NOT NULL,
    "discountFen" INTEGER NOT NULL DEFAULT 0,
    "issuedMilli" INTEGER NOT NULL DEFAULT 0,
    "batchNo" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "JobPart_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Estimate" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "labourFen" INTEGER NOT NULL,
    "partsFen" INTEGER NOT NULL,
    "discountFen" INTEGER NOT NULL DEFAULT 0,
    "totalFen" INTEGER NOT NULL,
    "promisedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Estimate_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "estimateId" UUID,
    "signatureId" UUID,
    "channel" "SignatureChannel" NOT NULL,
    "givenBy" TEXT NOT NULL,
    "callNote" TEXT NOT NULL DEFAULT '',
    "documentHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "AdditionalWork" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "findingId" UUID,
    "status" "AdditionalWorkStatus" NOT NULL DEFAULT 'found',
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "whatIfNot" TEXT NOT NULL DEFAULT '',
    "how" TEXT NOT NULL DEFAULT '',
    "newPromisedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "contentHash" TEXT,
    "foundById" UUID,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "pricedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdditionalWork_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "PlanEntry" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "bayId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "PlanStatus" NOT NULL DEFAULT 'planned',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "PlanEntry_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Clocking" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "technicianId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "pauseReason" "PauseReason",
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Clocking_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "jobId" UUID,
    "text" TEXT NOT NULL,
    "faultClass" "FaultClass",
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "foundById" UUID NOT NULL,
    "photoFileIds" UUID[],
    "suggestion" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Inspection" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "status" "InspectionStatus" NOT NULL DEFAULT 'waiting',
    "inspectorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Inspection_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "InspectionLine" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "group" "InspectionGroup" NOT NULL,
    "jobId" UUID,
    "result" "LineResult",
    "reason" TEXT NOT NULL DEFAULT '',
    "photoFileIds" UUID[],

    CONSTRAINT "InspectionLine_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Rework" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "inspectionLineId" UUID,
    "technicianId" UUID,
    "reason" TEXT NOT NULL,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rework_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "RoadTest" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "status" "RoadTestStatus" NOT NULL DEFAULT 'queued',
    "driverId" UUID,
    "permittedById" UUID,
    "purpose" TEXT NOT NULL DEFAULT '',
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "distanceKm" INTEGER,
    "finding" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RoadTest_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "LoungeStay" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LoungeStay_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "CareContact" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "kind" "CareKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CareContact_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "ProgressNote" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "done" TEXT NOT NULL,
    "next" TEXT NOT NULL DEFAULT '',
    "minutesLeft" INTEGER,
    "photoFileIds" UUID[],
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgressNote_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "CustomerPromise" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "madeById" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "keptById" UUID,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomerPromise_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Delay" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "cause" "DelayCause" NOT NULL,
    "oldPromisedAt" TIMESTAMPTZ(3) NOT NULL,
    "newPromisedAt" TIMESTAMPTZ(3) NOT NULL,
    "leadMinutes" INTEGER NOT NULL,
    "offered" TEXT[],
    "choice" "DelayOption",
    "costFen" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "toldById" UUID,

    CONSTRAINT "Delay_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "signatureId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "nextServiceOn" DATE,
    "nextServiceKm" INTEGER,
    "adviceText" TEXT NOT NULL DEFAULT '',
    "useNotes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "HandOverCheck" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handOverId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HandOverCheck_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "status" "SettlementStatus" NOT NULL DEFAULT 'open',
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "labourFen" INTEGER NOT NULL,
    "partsFen" INTEGER NOT NULL,
    "discountFen" INTEGER NOT NULL,
    "taxFen" INTEGER NOT NULL,
    "totalFen" INTEGER NOT NULL,
    "deviationFen" INTEGER NOT NULL DEFAULT 0,
    "deviationReason" TEXT,
    "deviationAuthorisedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "SettlementShare" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "settlementId" UUID NOT NULL,
    "payer" "Payer" NOT NULL,
    "customerId" UUID,
    "amountFen" INTEGER NOT NULL,
    "paidFen" INTEGER NOT NULL DEFAULT 0,
    "claimNo" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SettlementShare_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "settlementId" UUID NOT NULL,
    "shareId" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "invoiceNo" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedById" UUID,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "FollowUpKind" NOT NULL,
    "status" "FollowUpStatus" NOT NULL DEFAULT 'planned',
    "orderId" UUID,
    "vehicleId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "ownerId" UUID,
    "dueFrom" TIMESTAMPTZ(3) NOT NULL,
    "dueTo" TIMESTAMPTZ(3) NOT NULL,
    "dueKm" INTEGER,
    "answers" JSONB,
    "satisfaction" "Satisfaction",
    "problemSolved" BOOLEAN,
    "bookingPromoted" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "FollowUpAttempt" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "followUpId" UUID NOT NULL,
    "result" "AttemptResult" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "channel" "Channel" NOT NULL DEFAULT 'phone',
    "seconds" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "FollowUpAttempt_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "satisfaction" "Satisfaction" NOT NULL,
    "adviserStars" INTEGER,
    "technicianStars" INTEGER,
    "technicianId" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "channel" "Channel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "status" "ComplaintStatus" NOT NULL DEFAULT 'received',
    "type" "ComplaintType" NOT NULL,
    "channel" "Channel" NOT NULL,
    "customerId" UUID NOT NULL,
    "vehicleId" UUID,
    "orderId" UUID,
    "followUpId" UUID,
    "problem" TEXT NOT NULL,
    "expectation" TEXT NOT NULL DEFAULT '',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "takeoverDueAt" TIMESTAMPTZ(3) NOT NULL,
    "firstPlanDueAt" TIMESTAMPTZ(3) NOT NULL,
    "takenOverById" UUID,
    "takenOverAt" TIMESTAMPTZ(3),
    "analysis" TEXT NOT NULL DEFAULT '',
    "rootCause" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT '',
    "compensationKind" TEXT NOT NULL DEFAULT '',
    "compensationFen" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "visitId" UUID,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL DEFAULT '',
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "EventSeal" (
    "dealershipId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventSeal_pkey" PRIMARY KEY ("dealershipId","seq")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID,
    "visitId" UUID,
    "appointmentId" UUID,
    "recipient" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "dedupeKey" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "dealershipId" UUID NOT NULL,
    "actorKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("dealershipId","actorKey","key")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "dealershipId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'checked',
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "totals" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("dealershipId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Dealership_code_key" ON "Dealership"("code");

-- CreateIndex
CREATE INDEX "Dealership_groupId_idx" ON "Dealership"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_loginName_key" ON "Account"("loginName");

-- CreateIndex
CREATE INDEX "Account_groupId_idx" ON "Account"("groupId");

-- CreateIndex
CREATE INDEX "Staff_dealershipId_accountId_idx" ON "Staff"("dealershipId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_dealershipId_employeeNo_key" ON "Staff"("dealershipId", "employeeNo");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_dealershipId_staffId_idx" ON "StaffSession"("dealershipId", "staffId");

-- CreateIndex
CREATE INDEX "Shift_dealershipId_staffId_idx" ON "Shift"("dealershipId", "staffId");

-- CreateIndex
CREATE INDEX "Shift_dealershipId_day_idx" ON "Shift"("dealershipId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Bay_dealershipId_name_key" ON "Bay"("dealershipId", "name");

-- CreateIndex
CREATE INDEX "BayDowntime_dealershipId_bayId_idx" ON "BayDowntime"("dealershipId", "bayId");

-- CreateIndex
CREATE INDEX "Customer_dealershipId_preferredAdviserId_idx" ON "Customer"("dealershipId", "preferredAdviserId");

-- CreateIndex
CREATE INDEX "Customer_dealershipId_preferredTechnicianId_idx" ON "Customer"("dealershipId", "preferredTechnicianId");

-- CreateIndex
CREATE INDEX "Customer_dealershipId_phone_idx" ON "Customer"("dealershipId", "phone");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_dealershipId_no_key" ON "Customer"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "CustomerNote_dealershipId_customerId_idx" ON "CustomerNote"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "Consent_dealershipId_customerId_idx" ON "Consent"("dealershipId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Vehicle_dealershipId_plate_key" ON "Vehicle"("dealershipId", "plate");

-- CreateIndex
CREATE UNIQUE INDEX "Vehicle_dealershipId_vin_key" ON "Vehicle"("dealershipId", "vin");

-- CreateIndex
CREATE INDEX "VehicleParty_dealershipId_vehicleId_idx" ON "VehicleParty"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "VehicleParty_dealershipId_customerId_idx" ON "VehicleParty"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "OdometerReading_dealershipId_vehicleId_idx" ON "OdometerReading"("dealershipId", "vehicleId");

-- CreateIndex
CREATE UNIQUE INDEX "LabourOperation_dealershipId_code_key" ON "LabourOperation"("dealershipId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Part_dealershipId_no_key" ON "Part"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "PartPrice_dealershipId_partId_idx" ON "PartPrice"("dealershipId", "partId");

-- CreateIndex
CREATE UNIQUE INDEX "ServicePackage_dealershipId_code_key" ON "ServicePackage"("dealershipId", "code");

-- CreateIndex
CREATE INDEX "PackagePrice_dealershipId_packageId_idx" ON "PackagePrice"("dealershipId", "packageId");

-- CreateIndex
CREATE INDEX "PackageItem_dealershipId_packageId_idx" ON "PackageItem"("dealershipId", "packageId");

-- CreateIndex
CREATE INDEX "PackageItem_dealershipId_operationId_idx" ON "PackageItem"("dealershipId", "operationId");

-- CreateIndex
CREATE INDEX "PackageItem_dealershipId_partId_idx" ON "PackageItem"("dealershipId", "partId");

-- CreateIndex
CREATE UNIQUE INDEX "StockItem_dealershipId_partId_key" ON "StockItem"("dealershipId", "partId");

-- CreateIndex
CREATE INDEX "StockMove_dealershipId_partId_idx" ON "StockMove"("dealershipId", "partId");

-- CreateIndex
CREATE INDEX "StockMove_dealershipId_jobId_idx" ON "StockMove"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "PartReservation_dealershipId_partId_idx" ON "PartReservation"("dealershipId", "partId");

-- CreateIndex
CREATE INDEX "PartReservation_dealershipId_appointmentId_idx" ON "PartReservation"("dealershipId", "appointmentId");

-- CreateIndex
CREATE INDEX "PartReservation_dealershipId_jobId_idx" ON "PartReservation"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_customerId_idx" ON "Appointment"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_vehicleId_idx" ON "Appointment"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_adviserId_idx" ON "Appointment"("dealershipId", "adviserId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_requestedAdviserId_idx" ON "Appointment"("dealershipId", "requestedAdviserId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_comebackOfId_idx" ON "Appointment"("dealershipId", "comebackOfId");

-- CreateIndex
CREATE INDEX "Appointment_dealershipId_startsAt_idx" ON "Appointment"("dealershipId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_dealershipId_no_key" ON "Appointment"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "AppointmentItem_dealershipId_appointmentId_idx" ON "AppointmentItem"("dealershipId", "appointmentId");

-- CreateIndex
CREATE INDEX "AppointmentItem_dealershipId_packageId_idx" ON "AppointmentItem"("dealershipId", "packageId");

-- CreateIndex
CREATE INDEX "AppointmentItem_dealershipId_operationId_idx" ON "AppointmentItem"("dealershipId", "operationId");

-- CreateIndex
CREATE INDEX "AppointmentConfirmation_dealershipId_appointmentId_idx" ON "AppointmentConfirmation"("dealershipId", "appointmentId");

-- CreateIndex
CREATE INDEX "PreparationTask_dealershipId_appointmentId_idx" ON "PreparationTask"("dealershipId", "appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "PreparationTask_dealershipId_appointmentId_kind_key" ON "PreparationTask"("dealershipId", "appointmentId", "kind");

-- CreateIndex
CREATE INDEX "VerificationCode_dealershipId_phoneHash_idx" ON "VerificationCode"("dealershipId", "phoneHash");

-- CreateIndex
CREATE UNIQUE INDEX "AccessLink_tokenHash_key" ON "AccessLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessLink_dealershipId_customerId_idx" ON "AccessLink"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "AccessLink_dealershipId_appointmentId_idx" ON "AccessLink"("dealershipId", "appointmentId");

-- CreateIndex
CREATE INDEX "AccessLink_dealershipId_visitId_idx" ON "AccessLink"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_vehicleId_idx" ON "Visit"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_senderId_idx" ON "Visit"("dealershipId", "senderId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_ownerId_idx" ON "Visit"("dealershipId", "ownerId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_payerId_idx" ON "Visit"("dealershipId", "payerId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_adviserId_idx" ON "Visit"("dealershipId", "adviserId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_greeterId_idx" ON "Visit"("dealershipId", "greeterId");

-- CreateIndex
CREATE INDEX "Visit_dealershipId_arrivedAt_idx" ON "Visit"("dealershipId", "arrivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_dealershipId_appointmentId_key" ON "Visit"("dealershipId", "appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_dealershipId_no_key" ON "Visit"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "ReceptionRecord_dealershipId_inspectorId_idx" ON "ReceptionRecord"("dealershipId", "inspectorId");

-- CreateIndex
CREATE INDEX "ReceptionRecord_dealershipId_signatureId_idx" ON "ReceptionRecord"("dealershipId", "signatureId");

-- CreateIndex
CREATE UNIQUE INDEX "ReceptionRecord_dealershipId_visitId_key" ON "ReceptionRecord"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "WalkAroundItem_dealershipId_recordId_idx" ON "WalkAroundItem"("dealershipId", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "WalkAroundItem_dealershipId_recordId_kind_key" ON "WalkAroundItem"("dealershipId", "recordId", "kind");

-- CreateIndex
CREATE INDEX "DamageMark_dealershipId_recordId_idx" ON "DamageMark"("dealershipId", "recordId");

-- CreateIndex
CREATE INDEX "Valuable_dealershipId_recordId_idx" ON "Valuable"("dealershipId", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Valuable_dealershipId_recordId_kind_key" ON "Valuable"("dealershipId", "recordId", "kind");

-- CreateIndex
CREATE INDEX "Signature_dealershipId_documentKind_documentId_idx" ON "Signature"("dealershipId", "documentKind", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_storageKey_key" ON "StoredFile"("storageKey");

-- CreateIndex
CREATE INDEX "StoredFile_dealershipId_subjectType_subjectId_idx" ON "StoredFile"("dealershipId", "subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_visitId_idx" ON "RepairOrder"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_vehicleId_idx" ON "RepairOrder"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_customerId_idx" ON "RepairOrder"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_adviserId_idx" ON "RepairOrder"("dealershipId", "adviserId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_comebackOfId_idx" ON "RepairOrder"("dealershipId", "comebackOfId");

-- CreateIndex
CREATE INDEX "RepairOrder_dealershipId_status_idx" ON "RepairOrder"("dealershipId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "RepairOrder_dealershipId_no_key" ON "RepairOrder"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "OrderProblem_dealershipId_orderId_idx" ON "OrderProblem"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_orderId_idx" ON "Job"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_packageId_idx" ON "Job"("dealershipId", "packageId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_operationId_idx" ON "Job"("dealershipId", "operationId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_problemId_idx" ON "Job"("dealershipId", "problemId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_additionalWorkId_idx" ON "Job"("dealershipId", "additionalWorkId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_approvalId_idx" ON "Job"("dealershipId", "approvalId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_requestedTechnicianId_idx" ON "Job"("dealershipId", "requestedTechnicianId");

-- CreateIndex
CREATE INDEX "Job_dealershipId_doneById_idx" ON "Job"("dealershipId", "doneById");

-- CreateIndex
CREATE INDEX "JobPart_dealershipId_jobId_idx" ON "JobPart"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "JobPart_dealershipId_partId_idx" ON "JobPart"("dealershipId", "partId");

-- CreateIndex
CREATE INDEX "Estimate_dealershipId_orderId_idx" ON "Estimate"("dealershipId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Estimate_dealershipId_orderId_version_key" ON "Estimate"("dealershipId", "orderId", "version");

-- CreateIndex
CREATE INDEX "Approval_dealershipId_orderId_idx" ON "Approval"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Approval_dealershipId_estimateId_idx" ON "Approval"("dealershipId", "estimateId");

-- CreateIndex
CREATE INDEX "Approval_dealershipId_signatureId_idx" ON "Approval"("dealershipId", "signatureId");

-- CreateIndex
CREATE INDEX "AdditionalWork_dealershipId_orderId_idx" ON "AdditionalWork"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "AdditionalWork_dealershipId_findingId_idx" ON "AdditionalWork"("dealershipId", "findingId");

-- CreateIndex
CREATE INDEX "AdditionalWork_dealershipId_foundById_idx" ON "AdditionalWork"("dealershipId", "foundById");

-- CreateIndex
CREATE INDEX "PlanEntry_dealershipId_jobId_idx" ON "PlanEntry"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "PlanEntry_dealershipId_technicianId_idx" ON "PlanEntry"("dealershipId", "technicianId");

-- CreateIndex
CREATE INDEX "PlanEntry_dealershipId_bayId_idx" ON "PlanEntry"("dealershipId", "bayId");

-- CreateIndex
CREATE INDEX "Clocking_dealershipId_jobId_idx" ON "Clocking"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "Clocking_dealershipId_technicianId_idx" ON "Clocking"("dealershipId", "technicianId");

-- CreateIndex
CREATE INDEX "Finding_dealershipId_orderId_idx" ON "Finding"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Finding_dealershipId_jobId_idx" ON "Finding"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "Finding_dealershipId_foundById_idx" ON "Finding"("dealershipId", "foundById");

-- CreateIndex
CREATE INDEX "Inspection_dealershipId_orderId_idx" ON "Inspection"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Inspection_dealershipId_inspectorId_idx" ON "Inspection"("dealershipId", "inspectorId");

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_dealershipId_orderId_round_key" ON "Inspection"("dealershipId", "orderId", "round");

-- CreateIndex
CREATE INDEX "InspectionLine_dealershipId_inspectionId_idx" ON "InspectionLine"("dealershipId", "inspectionId");

-- CreateIndex
CREATE INDEX "InspectionLine_dealershipId_jobId_idx" ON "InspectionLine"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "Rework_dealershipId_jobId_idx" ON "Rework"("dealershipId", "jobId");

-- CreateIndex
CREATE INDEX "Rework_dealershipId_inspectionLineId_idx" ON "Rework"("dealershipId", "inspectionLineId");

-- CreateIndex
CREATE INDEX "Rework_dealershipId_technicianId_idx" ON "Rework"("dealershipId", "technicianId");

-- CreateIndex
CREATE INDEX "RoadTest_dealershipId_orderId_idx" ON "RoadTest"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "RoadTest_dealershipId_driverId_idx" ON "RoadTest"("dealershipId", "driverId");

-- CreateIndex
CREATE INDEX "RoadTest_dealershipId_permittedById_idx" ON "RoadTest"("dealershipId", "permittedById");

-- CreateIndex
CREATE UNIQUE INDEX "LoungeStay_dealershipId_visitId_key" ON "LoungeStay"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "CareContact_dealershipId_visitId_idx" ON "CareContact"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "ProgressNote_dealershipId_visitId_idx" ON "ProgressNote"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "CustomerPromise_dealershipId_visitId_idx" ON "CustomerPromise"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "Delay_dealershipId_orderId_idx" ON "Delay"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "HandOver_dealershipId_signatureId_idx" ON "HandOver"("dealershipId", "signatureId");

-- CreateIndex
CREATE UNIQUE INDEX "HandOver_dealershipId_orderId_key" ON "HandOver"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "HandOverCheck_dealershipId_handOverId_idx" ON "HandOverCheck"("dealershipId", "handOverId");

-- CreateIndex
CREATE UNIQUE INDEX "HandOverCheck_dealershipId_handOverId_key_key" ON "HandOverCheck"("dealershipId", "handOverId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Settlement_dealershipId_orderId_key" ON "Settlement"("dealershipId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Settlement_dealershipId_no_key" ON "Settlement"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "SettlementShare_dealershipId_settlementId_idx" ON "SettlementShare"("dealershipId", "settlementId");

-- CreateIndex
CREATE INDEX "SettlementShare_dealershipId_customerId_idx" ON "SettlementShare"("dealershipId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "SettlementShare_dealershipId_settlementId_payer_key" ON "SettlementShare"("dealershipId", "settlementId", "payer");

-- CreateIndex
CREATE INDEX "Payment_dealershipId_settlementId_idx" ON "Payment"("dealershipId", "settlementId");

-- CreateIndex
CREATE INDEX "Payment_dealershipId_shareId_idx" ON "Payment"("dealershipId", "shareId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_dealershipId_no_key" ON "Payment"("dealershipId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_dealershipId_idempotencyKey_key" ON "Payment"("dealershipId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "FollowUp_dealershipId_orderId_idx" ON "FollowUp"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "FollowUp_dealershipId_vehicleId_idx" ON "FollowUp"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "FollowUp_dealershipId_customerId_idx" ON "FollowUp"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "FollowUp_dealershipId_ownerId_idx" ON "FollowUp"("dealershipId", "ownerId");

-- CreateIndex
CREATE INDEX "FollowUp_dealershipId_status_dueFrom_idx" ON "FollowUp"("dealershipId", "status", "dueFrom");

-- CreateIndex
CREATE INDEX "FollowUpAttempt_dealershipId_followUpId_idx" ON "FollowUpAttempt"("dealershipId", "followUpId");

-- CreateIndex
CREATE INDEX "Rating_dealershipId_customerId_idx" ON "Rating"("dealershipId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_dealershipId_orderId_key" ON "Rating"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Complaint_dealershipId_customerId_idx" ON "Complaint"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "Complaint_dealershipId_vehicleId_idx" ON "Complaint"("dealershipId", "vehicleId");

-- CreateIndex
CREATE INDEX "Complaint_dealershipId_orderId_idx" ON "Complaint"("dealershipId", "orderId");

-- CreateIndex
CREATE INDEX "Complaint_dealershipId_followUpId_idx" ON "Complaint"("dealershipId", "followUpId");

-- CreateIndex
CREATE INDEX "Complaint_dealershipId_takenOverById_idx" ON "Complaint"("dealershipId", "takenOverById");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_dealershipId_no_key" ON "Complaint"("dealershipId", "no");

-- CreateIndex
CREATE INDEX "Event_dealershipId_subjectId_idx" ON "Event"("dealershipId", "subjectId");

-- CreateIndex
CREATE INDEX "Event_dealershipId_visitId_idx" ON "Event"("dealershipId", "visitId");

-- CreateIndex
CREATE INDEX "Event_dealershipId_at_idx" ON "Event"("dealershipId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "EventSeal_dealershipId_eventId_key" ON "EventSeal"("dealershipId", "eventId");

-- CreateIndex
CREATE INDEX "OutboxMessage_dealershipId_customerId_idx" ON "OutboxMessage"("dealershipId", "customerId");

-- CreateIndex
CREATE INDEX "OutboxMessage_dealershipId_createdAt_idx" ON "OutboxMessage"("dealershipId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dealershipId_dedupeKey_key" ON "OutboxMessage"("dealershipId", "dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- AddForeignKey
ALTER TABLE "Dealership" ADD CONSTRAINT "Dealership_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_dealershipId_staffId_fkey" FOREIGN KEY ("dealershipId", "staffId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_dealershipId_staffId_fkey" FOREIGN KEY ("dealershipId", "staffId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Bay" ADD CONSTRAINT "Bay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BayDowntime" ADD CONSTRAINT "BayDowntime_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BayDowntime" ADD CONSTRAINT "BayDowntime_dealershipId_bayId_fkey" FOREIGN KEY ("dealershipId", "bayId") REFERENCES "Bay"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_dealershipId_preferredAdviserId_fkey" FOREIGN KEY ("dealershipId", "preferredAdviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_dealershipId_preferredTechnicianId_fkey" FOREIGN KEY ("dealershipId", "preferredTechnicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CustomerNote" ADD CONSTRAINT "CustomerNote_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerNote" ADD CONSTRAINT "CustomerNote_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Vehicle" ADD CONSTRAINT "Vehicle_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VehicleParty" ADD CONSTRAINT "VehicleParty_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VehicleParty" ADD CONSTRAINT "VehicleParty_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VehicleParty" ADD CONSTRAINT "VehicleParty_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OdometerReading" ADD CONSTRAINT "OdometerReading_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OdometerReading" ADD CONSTRAINT "OdometerReading_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LabourOperation" ADD CONSTRAINT "LabourOperation_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabourRate" ADD CONSTRAINT "LabourRate_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Part" ADD CONSTRAINT "Part_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartPrice" ADD CONSTRAINT "PartPrice_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartPrice" ADD CONSTRAINT "PartPrice_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ServicePackage" ADD CONSTRAINT "ServicePackage_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackagePrice" ADD CONSTRAINT "PackagePrice_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackagePrice" ADD CONSTRAINT "PackagePrice_dealershipId_packageId_fkey" FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PackageItem" ADD CONSTRAINT "PackageItem_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackageItem" ADD CONSTRAINT "PackageItem_dealershipId_packageId_fkey" FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PackageItem" ADD CONSTRAINT "PackageItem_dealershipId_operationId_fkey" FOREIGN KEY ("dealershipId", "operationId") REFERENCES "LabourOperation"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PackageItem" ADD CONSTRAINT "PackageItem_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PartReservation" ADD CONSTRAINT "PartReservation_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartReservation" ADD CONSTRAINT "PartReservation_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PartReservation" ADD CONSTRAINT "PartReservation_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PartReservation" ADD CONSTRAINT "PartReservation_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CapacityDay" ADD CONSTRAINT "CapacityDay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_adviserId_fkey" FOREIGN KEY ("dealershipId", "adviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_requestedAdviserId_fkey" FOREIGN KEY ("dealershipId", "requestedAdviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_dealershipId_comebackOfId_fkey" FOREIGN KEY ("dealershipId", "comebackOfId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AppointmentItem" ADD CONSTRAINT "AppointmentItem_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentItem" ADD CONSTRAINT "AppointmentItem_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AppointmentItem" ADD CONSTRAINT "AppointmentItem_dealershipId_packageId_fkey" FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AppointmentItem" ADD CONSTRAINT "AppointmentItem_dealershipId_operationId_fkey" FOREIGN KEY ("dealershipId", "operationId") REFERENCES "LabourOperation"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AppointmentConfirmation" ADD CONSTRAINT "AppointmentConfirmation_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentConfirmation" ADD CONSTRAINT "AppointmentConfirmation_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PreparationTask" ADD CONSTRAINT "PreparationTask_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparationTask" ADD CONSTRAINT "PreparationTask_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "VerificationCode" ADD CONSTRAINT "VerificationCode_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_appointmentId_fkey" FOREIGN KEY ("dealershipId", "appointmentId") REFERENCES "Appointment"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_senderId_fkey" FOREIGN KEY ("dealershipId", "senderId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_ownerId_fkey" FOREIGN KEY ("dealershipId", "ownerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_payerId_fkey" FOREIGN KEY ("dealershipId", "payerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_adviserId_fkey" FOREIGN KEY ("dealershipId", "adviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dealershipId_greeterId_fkey" FOREIGN KEY ("dealershipId", "greeterId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReceptionRecord" ADD CONSTRAINT "ReceptionRecord_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceptionRecord" ADD CONSTRAINT "ReceptionRecord_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReceptionRecord" ADD CONSTRAINT "ReceptionRecord_dealershipId_inspectorId_fkey" FOREIGN KEY ("dealershipId", "inspectorId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReceptionRecord" ADD CONSTRAINT "ReceptionRecord_dealershipId_signatureId_fkey" FOREIGN KEY ("dealershipId", "signatureId") REFERENCES "Signature"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WalkAroundItem" ADD CONSTRAINT "WalkAroundItem_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WalkAroundItem" ADD CONSTRAINT "WalkAroundItem_dealershipId_recordId_fkey" FOREIGN KEY ("dealershipId", "recordId") REFERENCES "ReceptionRecord"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DamageMark" ADD CONSTRAINT "DamageMark_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DamageMark" ADD CONSTRAINT "DamageMark_dealershipId_recordId_fkey" FOREIGN KEY ("dealershipId", "recordId") REFERENCES "ReceptionRecord"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Valuable" ADD CONSTRAINT "Valuable_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Valuable" ADD CONSTRAINT "Valuable_dealershipId_recordId_fkey" FOREIGN KEY ("dealershipId", "recordId") REFERENCES "ReceptionRecord"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_adviserId_fkey" FOREIGN KEY ("dealershipId", "adviserId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RepairOrder" ADD CONSTRAINT "RepairOrder_dealershipId_comebackOfId_fkey" FOREIGN KEY ("dealershipId", "comebackOfId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OrderProblem" ADD CONSTRAINT "OrderProblem_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderProblem" ADD CONSTRAINT "OrderProblem_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_packageId_fkey" FOREIGN KEY ("dealershipId", "packageId") REFERENCES "ServicePackage"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_operationId_fkey" FOREIGN KEY ("dealershipId", "operationId") REFERENCES "LabourOperation"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_problemId_fkey" FOREIGN KEY ("dealershipId", "problemId") REFERENCES "OrderProblem"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_additionalWorkId_fkey" FOREIGN KEY ("dealershipId", "additionalWorkId") REFERENCES "AdditionalWork"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_approvalId_fkey" FOREIGN KEY ("dealershipId", "approvalId") REFERENCES "Approval"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_requestedTechnicianId_fkey" FOREIGN KEY ("dealershipId", "requestedTechnicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_dealershipId_doneById_fkey" FOREIGN KEY ("dealershipId", "doneById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "JobPart" ADD CONSTRAINT "JobPart_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobPart" ADD CONSTRAINT "JobPart_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "JobPart" ADD CONSTRAINT "JobPart_dealershipId_partId_fkey" FOREIGN KEY ("dealershipId", "partId") REFERENCES "Part"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_dealershipId_estimateId_fkey" FOREIGN KEY ("dealershipId", "estimateId") REFERENCES "Estimate"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_dealershipId_signatureId_fkey" FOREIGN KEY ("dealershipId", "signatureId") REFERENCES "Signature"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AdditionalWork" ADD CONSTRAINT "AdditionalWork_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdditionalWork" ADD CONSTRAINT "AdditionalWork_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AdditionalWork" ADD CONSTRAINT "AdditionalWork_dealershipId_findingId_fkey" FOREIGN KEY ("dealershipId", "findingId") REFERENCES "Finding"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AdditionalWork" ADD CONSTRAINT "AdditionalWork_dealershipId_foundById_fkey" FOREIGN KEY ("dealershipId", "foundById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PlanEntry" ADD CONSTRAINT "PlanEntry_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanEntry" ADD CONSTRAINT "PlanEntry_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PlanEntry" ADD CONSTRAINT "PlanEntry_dealershipId_technicianId_fkey" FOREIGN KEY ("dealershipId", "technicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PlanEntry" ADD CONSTRAINT "PlanEntry_dealershipId_bayId_fkey" FOREIGN KEY ("dealershipId", "bayId") REFERENCES "Bay"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Clocking" ADD CONSTRAINT "Clocking_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clocking" ADD CONSTRAINT "Clocking_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Clocking" ADD CONSTRAINT "Clocking_dealershipId_technicianId_fkey" FOREIGN KEY ("dealershipId", "technicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_dealershipId_foundById_fkey" FOREIGN KEY ("dealershipId", "foundById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_dealershipId_inspectorId_fkey" FOREIGN KEY ("dealershipId", "inspectorId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InspectionLine" ADD CONSTRAINT "InspectionLine_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionLine" ADD CONSTRAINT "InspectionLine_dealershipId_inspectionId_fkey" FOREIGN KEY ("dealershipId", "inspectionId") REFERENCES "Inspection"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InspectionLine" ADD CONSTRAINT "InspectionLine_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Rework" ADD CONSTRAINT "Rework_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rework" ADD CONSTRAINT "Rework_dealershipId_jobId_fkey" FOREIGN KEY ("dealershipId", "jobId") REFERENCES "Job"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Rework" ADD CONSTRAINT "Rework_dealershipId_inspectionLineId_fkey" FOREIGN KEY ("dealershipId", "inspectionLineId") REFERENCES "InspectionLine"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Rework" ADD CONSTRAINT "Rework_dealershipId_technicianId_fkey" FOREIGN KEY ("dealershipId", "technicianId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoadTest" ADD CONSTRAINT "RoadTest_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadTest" ADD CONSTRAINT "RoadTest_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoadTest" ADD CONSTRAINT "RoadTest_dealershipId_driverId_fkey" FOREIGN KEY ("dealershipId", "driverId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RoadTest" ADD CONSTRAINT "RoadTest_dealershipId_permittedById_fkey" FOREIGN KEY ("dealershipId", "permittedById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "LoungeStay" ADD CONSTRAINT "LoungeStay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoungeStay" ADD CONSTRAINT "LoungeStay_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CareContact" ADD CONSTRAINT "CareContact_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareContact" ADD CONSTRAINT "CareContact_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProgressNote" ADD CONSTRAINT "ProgressNote_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressNote" ADD CONSTRAINT "ProgressNote_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_dealershipId_visitId_fkey" FOREIGN KEY ("dealershipId", "visitId") REFERENCES "Visit"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Delay" ADD CONSTRAINT "Delay_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delay" ADD CONSTRAINT "Delay_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_dealershipId_signatureId_fkey" FOREIGN KEY ("dealershipId", "signatureId") REFERENCES "Signature"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "HandOverCheck" ADD CONSTRAINT "HandOverCheck_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOverCheck" ADD CONSTRAINT "HandOverCheck_dealershipId_handOverId_fkey" FOREIGN KEY ("dealershipId", "handOverId") REFERENCES "HandOver"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SettlementShare" ADD CONSTRAINT "SettlementShare_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettlementShare" ADD CONSTRAINT "SettlementShare_dealershipId_settlementId_fkey" FOREIGN KEY ("dealershipId", "settlementId") REFERENCES "Settlement"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SettlementShare" ADD CONSTRAINT "SettlementShare_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_dealershipId_settlementId_fkey" FOREIGN KEY ("dealershipId", "settlementId") REFERENCES "Settlement"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_dealershipId_shareId_fkey" FOREIGN KEY ("dealershipId", "shareId") REFERENCES "SettlementShare"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_dealershipId_ownerId_fkey" FOREIGN KEY ("dealershipId", "ownerId") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FollowUpAttempt" ADD CONSTRAINT "FollowUpAttempt_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpAttempt" ADD CONSTRAINT "FollowUpAttempt_dealershipId_followUpId_fkey" FOREIGN KEY ("dealershipId", "followUpId") REFERENCES "FollowUp"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_vehicleId_fkey" FOREIGN KEY ("dealershipId", "vehicleId") REFERENCES "Vehicle"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_orderId_fkey" FOREIGN KEY ("dealershipId", "orderId") REFERENCES "RepairOrder"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_followUpId_fkey" FOREIGN KEY ("dealershipId", "followUpId") REFERENCES "FollowUp"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_dealershipId_takenOverById_fkey" FOREIGN KEY ("dealershipId", "takenOverById") REFERENCES "Staff"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSeal" ADD CONSTRAINT "EventSeal_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_dealershipId_customerId_fkey" FOREIGN KEY ("dealershipId", "customerId") REFERENCES "Customer"("dealershipId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_dealershipId_fkey" FOREIGN KEY ("dealershipId") REFERENCES "Dealership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


